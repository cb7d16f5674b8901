package dev.covenant.inventory.api.v1;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import dev.covenant.chassis.security.Caller;
import dev.covenant.chassis.superseded.Superseded;
import dev.covenant.inventory.api.CachedAnswer;
import dev.covenant.inventory.api.Roles;
import dev.covenant.inventory.api.Sku;
import dev.covenant.inventory.stock.MovementOutcome;
import dev.covenant.inventory.stock.RecordMovement;
import dev.covenant.inventory.stock.StockItems;

/** Stock levels, and the movements that people record. */
@Path("api/v1/stock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stock")
public class StockResource {
    private static final int MOST_SKUS = 100;
    private static final String SUCCESSOR =
            "Ask version 2, which says where the pieces lie and when that was so. The header `Sunset` says until when this one is here.";

    private final StockItems items;
    private final RecordMovement recordMovement;
    private final Caller caller;

    @Inject
    public StockResource(StockItems items, RecordMovement recordMovement, Caller caller) {
        this.items = items;
        this.recordMovement = recordMovement;
        this.caller = caller;
    }

    @GET
    @Superseded("stock-v1")
    @RolesAllowed({Roles.MERCHANDISER, Roles.ORDERS})
    @Path("{sku}")
    @Operation(deprecated = true, summary = "The level of one SKU", description = SUCCESSOR)
    @APIResponseSchema(value = StockLevel.class, responseDescription = "Its level", responseCode = "200")
    @APIResponse(responseCode = "304", description = "Still what If-None-Match names")
    @APIResponse(responseCode = "404", description = "`unknown-sku`")
    public Response level(
            @PathParam("sku") @Sku @Parameter(example = "MUG-BLUE") String sku, @Context Request request) {
        return items.find(sku)
                .map(item -> CachedAnswer.exactly(request, StockLevel.of(item)))
                .orElseGet(() -> Problem.of(404, "unknown-sku", "Unknown SKU")
                        .detail("Inventory has no SKU " + sku + ".")
                        .response());
    }

    @GET
    @Superseded("stock-v1")
    @RolesAllowed({Roles.MERCHANDISER, Roles.ORDERS})
    @Operation(deprecated = true, summary = "The levels of up to 100 SKUs, in one call", description = SUCCESSOR)
    @APIResponseSchema(value = StockLevelList.class, responseDescription = "Their levels", responseCode = "200")
    @APIResponse(responseCode = "304", description = "Still what If-None-Match names")
    public Response levels(
            @QueryParam("sku") @NotNull @Size(min = 1, max = MOST_SKUS, message = "must be given 1 to 100 times")
                    List<@Sku String> sku,
            @Context Request request) {
        var levels =
                items.findAll(new TreeSet<>(sku)).stream().map(StockLevel::of).toList();
        return CachedAnswer.exactly(request, new StockLevelList(levels));
    }

    @PUT
    @RolesAllowed(Roles.MERCHANDISER)
    @Path("{sku}/movements/{movementId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Record a receipt or an adjustment, once per id")
    @APIResponseSchema(value = MovementRecorded.class, responseDescription = "Stock includes it", responseCode = "200")
    @APIResponse(responseCode = "404", description = "`movement-not-found`: the id is another client's")
    @APIResponse(
            responseCode = "409",
            description = "`stock-out-of-range`: less than is reserved would be left, or more than can be kept")
    @APIResponse(responseCode = "422", description = "`id-reused`: the id has another body")
    public Response move(
            @PathParam("sku") @Sku @Parameter(example = "MUG-BLUE") String sku,
            @PathParam("movementId") UUID movementId,
            @NotNull @Valid MovementRequest body) {
        return switch (recordMovement.record(body.asMovement(movementId, sku), caller.subject())) {
            case MovementOutcome.Applied(var applied) ->
                Response.ok(MovementRecorded.of(applied)).build();
            case MovementOutcome.OutOfRange(var refused) ->
                Problem.of(409, "stock-out-of-range", "Stock out of range")
                        .detail("The movement would leave less of %s than is reserved, or more than can be kept."
                                .formatted(refused.sku()))
                        .response();
            case MovementOutcome.DifferentRequest() -> CommandProblems.differentRequest();
            case MovementOutcome.BelongsToAnother() -> CommandProblems.notFound("movement");
        };
    }
}
