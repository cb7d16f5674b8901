package dev.covenant.inventory.api.v2;

import java.util.List;
import java.util.TreeSet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.problem.Problem;
import dev.covenant.inventory.api.CachedAnswer;
import dev.covenant.inventory.api.Roles;
import dev.covenant.inventory.api.Sku;
import dev.covenant.inventory.stock.LocatedStock;
import dev.covenant.inventory.stock.LocatedStocks;

/** Stock levels by warehouse. */
@Path("api/v2/stock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stock")
public class StockResource {
    private static final int MOST_SKUS = 100;

    private final LocatedStocks stocks;

    @Inject
    public StockResource(LocatedStocks stocks) {
        this.stocks = stocks;
    }

    @GET
    @RolesAllowed({Roles.MERCHANDISER, Roles.ORDERS})
    @Path("{sku}")
    @Operation(operationId = "locatedLevel", summary = "The level of one SKU, and where its pieces lie")
    @APIResponseSchema(value = LocatedLevel.class, responseDescription = "Its level", responseCode = "200")
    @APIResponse(responseCode = "304", description = "Still what If-None-Match names")
    @APIResponse(responseCode = "404", description = "`unknown-sku`")
    public Response level(
            @PathParam("sku") @Sku @Parameter(example = "MUG-BLUE") String sku, @Context Request request) {
        return stocks.findAll(List.of(sku)).stream()
                .findAny()
                .map(stock -> CachedAnswer.meaning(request, LocatedLevel.of(stock), stock.warehouses()))
                .orElseGet(() -> Problem.of(404, "unknown-sku", "Unknown SKU")
                        .detail("Inventory has no SKU " + sku + ".")
                        .response());
    }

    @GET
    @RolesAllowed({Roles.MERCHANDISER, Roles.ORDERS})
    @Operation(operationId = "locatedLevels", summary = "The levels of up to 100 SKUs by warehouse, in one call")
    @APIResponseSchema(value = LocatedLevelList.class, responseDescription = "Their levels", responseCode = "200")
    @APIResponse(responseCode = "304", description = "Still what If-None-Match names")
    public Response levels(
            @QueryParam("sku") @NotNull @Size(min = 1, max = MOST_SKUS, message = "must be given 1 to 100 times")
                    List<@Sku String> sku,
            @Context Request request) {
        var found = stocks.findAll(new TreeSet<>(sku));
        var body = new LocatedLevelList(found.stream().map(LocatedLevel::of).toList());
        return CachedAnswer.meaning(
                request, body, found.stream().map(StockResource::content).toList());
    }

    private static Object content(LocatedStock stock) {
        return List.of(stock.sku(), stock.warehouses());
    }
}
