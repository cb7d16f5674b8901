package dev.covenant.orders.api.v1;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.deadline.Deadline;
import dev.covenant.chassis.problem.Problem;
import dev.covenant.orders.order.Cart;
import dev.covenant.orders.page.ShowCheckout;

/** What the page before an order shows. It promises nothing: prices and stock are looked at again when the order is placed. */
@Path("api/v1/checkout")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Checkout")
public class CheckoutResource {
    private static final int MOST_LINES = 50;

    @Resource(lookup = "java:app/concurrent/answers")
    private ManagedExecutorService executor;

    private final ShowCheckout showCheckout;
    private final Deadline deadline;

    @Inject
    public CheckoutResource(ShowCheckout showCheckout, Deadline deadline) {
        this.showCheckout = showCheckout;
        this.deadline = deadline;
    }

    @GET
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            summary = "Prices, availability and payment methods for a cart",
            description = "Up to 50 lines. Whatever a neighbour does, the answer comes in a bounded time; "
                    + "each part says whether it is `live`, `stale` (and how old) or `unavailable`.")
    @APIResponseSchema(
            value = CheckoutView.class,
            responseCode = "200",
            responseDescription = "Also when a part of it is stale or unavailable")
    public CompletionStage<Response> page(
            @QueryParam("sku")
                    @Parameter(example = "MUG-BLUE:2")
                    @NotNull
                    @Size(min = 1, max = MOST_LINES, message = "must be given 1 to 50 times")
                    List<@SkuAndQuantity String> sku) {
        var page = showCheckout.show(items(sku), deadline::remaining);
        // A managed copy: the page may be completed by a timer that knows nothing of the application.
        return executor.copy(page)
                .thenApplyAsync(shown -> Response.ok(CheckoutView.of(shown)).build());
    }

    private static List<Cart.Item> items(List<String> lines) {
        var items = lines.stream().map(CheckoutResource::item).toList();
        if (items.stream().map(Cart.Item::sku).distinct().count() < items.size()) {
            throw Problem.invalid("sku", "must name each SKU only once").exception();
        }
        return items;
    }

    private static Cart.Item item(String line) {
        var colon = line.indexOf(':');
        return new Cart.Item(line.substring(0, colon), Integer.parseInt(line.substring(colon + 1)));
    }
}
