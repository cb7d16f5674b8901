package dev.covenant.orders.api.v1;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.deadline.Deadline;
import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.chassis.security.Caller;
import dev.covenant.orders.checkout.IdempotencyKey;
import dev.covenant.orders.checkout.OrderRequest;
import dev.covenant.orders.checkout.PlaceOrder;
import dev.covenant.orders.checkout.Placement;
import dev.covenant.orders.checkout.WaitEnd;
import dev.covenant.orders.order.OrderHistory;

/** The caller's orders. Another customer's order does not exist here. */
@Path("api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/answers", virtual = true, maxAsync = 32)
@Tag(name = "Orders")
public class OrderResource {
    private static final UUID NEWEST = new UUID(-1L, -1L);

    @Resource(lookup = "java:app/concurrent/answers")
    private ManagedExecutorService executor;

    private final PlaceOrder placeOrder;
    private final Fingerprint fingerprint;
    private final FirstAnswer firstAnswer;
    private final OrderHistory orders;
    private final Caller caller;
    private final Deadline deadline;

    @Inject
    public OrderResource(
            PlaceOrder placeOrder,
            Fingerprint fingerprint,
            FirstAnswer firstAnswer,
            OrderHistory orders,
            Caller caller,
            Deadline deadline) {
        this.placeOrder = placeOrder;
        this.fingerprint = fingerprint;
        this.firstAnswer = firstAnswer;
        this.orders = orders;
        this.caller = caller;
        this.deadline = deadline;
    }

    @POST
    @RolesAllowed(Roles.CUSTOMER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Place an order",
            description = "Once per Idempotency-Key: the same request again gets the same answer for 24 hours.")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "201",
            responseDescription = "The outcome came in time: CONFIRMED, or REJECTED or CANCELLED with the reason")
    @APIResponse(
            responseCode = "202",
            description = "PENDING: the order goes on by itself; Location shows what becomes of it",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "409",
            description = "`price-changed`: nothing was begun, `total` is the new one; "
                    + "or `request-in-progress`: the same request is being handled")
    @APIResponse(
            responseCode = "422",
            description = "`not-sold`: `errors` names the line; `total-too-large`; "
                    + "or `idempotency-key-reused`: the key has another body")
    @APIResponse(
            responseCode = "503",
            description = "`inventory-unavailable`: nothing is ordered or charged, and the same request "
                    + "with the same key is a new order; `temporarily-unavailable` or `deadline-exceeded`: "
                    + "send the same request again")
    public CompletionStage<Response> place(
            @HeaderParam("Idempotency-Key")
                    @Parameter(example = "4f1c2f0e-checkout-1")
                    @NotNull(message = "is required, so that a repeated request is not a second order")
                    @Pattern(
                            regexp = "^[\\x21-\\x7e]{1,128}$",
                            message = "must be 1 to 128 printable characters without spaces")
                    String idempotencyKey,
            @NotNull @Valid PlaceOrderRequest body) {
        var key = new IdempotencyKey(caller.subject(), idempotencyKey, fingerprint.of(body));
        var request = new OrderRequest(caller.subject(), body.cart(), body.paymentToken(), body.expectedTotal());
        return switch (placeOrder.place(request, key, deadline::remaining)) {
            case Placement.Placed(var orderId, var waited) ->
                whenOver(waited, end -> firstAnswer.to(key, orderId, end));
            case Placement.Answered(var orderId, var first) -> now(FirstAnswer.again(orderId, first));
            case Placement.StillRunning() -> now(PlacementProblems.stillRunning());
            case Placement.KeyReused() -> now(PlacementProblems.keyReused());
            case Placement.PriceChanged(var quote) -> now(PlacementProblems.priceChanged(quote));
            case Placement.NoInventory() -> now(firstAnswer.inventoryUnavailable());
            case Placement.NoPrice(var quote) -> now(PlacementProblems.noPrice(quote));
        };
    }

    @GET
    @RolesAllowed(Roles.CUSTOMER)
    @Path("{orderId}")
    @Operation(summary = "One order")
    @APIResponseSchema(value = OrderView.class, responseCode = "200", responseDescription = "As it is now")
    @APIResponse(responseCode = "404", description = "`order-not-found`: there is none, or it is another customer's")
    public Response order(@PathParam("orderId") UUID orderId) {
        return orders.find(orderId, caller.subject())
                .map(order -> Response.ok(OrderView.of(order)).build())
                .orElseGet(() -> OrderProblems.notFound().response());
    }

    @GET
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(summary = "The caller's orders, newest first")
    public OrderList list(
            @QueryParam("cursor") @Size(max = 100) String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        var before = cursor == null ? NEWEST : Cursor.read(cursor, UuidV7::parse);
        var rows = orders.before(caller.subject(), before, limit + 1);
        var page = Cursor.page(rows, limit).stream().map(OrderView::of).toList();
        var next = rows.size() > limit ? Cursor.after(page.getLast().orderId().toString()) : null;
        return new OrderList(page, next);
    }

    /** A managed copy, so that the answer is made with the application's context, whichever thread ended the waiting. */
    private CompletionStage<Response> whenOver(CompletionStage<WaitEnd> waited, Function<WaitEnd, Response> answer) {
        return executor.copy(waited).thenApplyAsync(answer);
    }

    private static CompletionStage<Response> now(Response response) {
        return CompletableFuture.completedStage(response);
    }
}
