package dev.covenant.orders.api.v1;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.security.Caller;
import dev.covenant.orders.checkout.CancelOrder;
import dev.covenant.orders.checkout.Cancellation;
import dev.covenant.orders.order.PlacedOrder;

/** The customer's wish to cancel an order of his. It needs no key: a repeat gets the same answer. */
@Path("api/v1/orders/{orderId}/cancellation")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Orders")
public class OrderCancellationResource {
    private final CancelOrder cancelOrder;
    private final Caller caller;

    @Inject
    public OrderCancellationResource(CancelOrder cancelOrder, Caller caller) {
        this.cancelOrder = cancelOrder;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            summary = "Cancel an order",
            description = "A PENDING order is CANCELLED at once. A CONFIRMED one can be cancelled for 30 minutes "
                    + "(unless configured otherwise); it is CANCELLED when its payment is refunded and its stock returned. "
                    + "A repeat gets the same answer.")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "202",
            responseDescription = "The order as it is now; Location shows what becomes of it")
    @APIResponse(responseCode = "404", description = "`order-not-found`: there is none, or it is another customer's")
    @APIResponse(
            responseCode = "409",
            description = "`not-cancellable`: it was rejected, or it was confirmed too long ago")
    public Response cancel(@PathParam("orderId") UUID orderId) {
        return switch (cancelOrder.cancel(orderId, caller.subject())) {
            case Cancellation.Accepted(var order) -> accepted(order);
            case Cancellation.Refused(var why) ->
                OrderProblems.notCancellable(why).response();
            case Cancellation.NotFound() -> OrderProblems.notFound().response();
        };
    }

    private static Response accepted(PlacedOrder order) {
        return Response.accepted(OrderView.of(order))
                .location(URI.create("/api/v1/orders/" + order.order().id()))
                .build();
    }
}
