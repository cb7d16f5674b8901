package dev.covenant.inventory.api.v1;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.problem.Problem;
import dev.covenant.chassis.security.Caller;
import dev.covenant.inventory.api.Roles;
import dev.covenant.inventory.reservation.Reservations;
import dev.covenant.inventory.reservation.Reserve;
import dev.covenant.inventory.reservation.ReserveOutcome;

/** Holds stock under an id that the client chose, and shows what became of it. */
@Path("api/v1/reservations/{reservationId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reservations")
public class ReservationResource {
    private final Reserve reserve;
    private final Reservations reservations;
    private final Caller caller;
    private final ReservationReport report;

    @Inject
    public ReservationResource(Reserve reserve, Reservations reservations, Caller caller, ReservationReport report) {
        this.reserve = reserve;
        this.reservations = reservations;
        this.caller = caller;
        this.report = report;
    }

    @PUT
    @RolesAllowed(Roles.ORDERS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hold all lines or none, once per id")
    @APIResponseSchema(value = ReservationView.class, responseDescription = "In force", responseCode = "200")
    @APIResponse(responseCode = "404", description = "`reservation-not-found`: the id is another client's")
    @APIResponse(
            responseCode = "409",
            description =
                    "`insufficient-stock` (names each short SKU in `shortages`), `reservation-released`, `reservation-expired`",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = ReservationProblem.class)))
    @APIResponse(responseCode = "422", description = "`id-reused`: the id has another body")
    public Response reserve(@PathParam("reservationId") UUID id, @NotNull @Valid ReservationRequest body) {
        return switch (report.reserve(id, reserve.reserve(body.asHold(id, caller.subject())))) {
            case ReserveOutcome.Reserved(var reservation) ->
                Response.ok(ReservationView.of(reservation)).build();
            case ReserveOutcome.ShortOfStock(var shortages) -> ReservationProblems.insufficientStock(shortages);
            case ReserveOutcome.NotInForce(var state) -> ReservationProblems.conflict(state);
            case ReserveOutcome.DifferentRequest() -> CommandProblems.differentRequest();
            case ReserveOutcome.BelongsToAnother() -> CommandProblems.notFound("reservation");
        };
    }

    @GET
    @RolesAllowed(Roles.ORDERS)
    @Operation(summary = "A reservation as it stands")
    @APIResponseSchema(value = ReservationView.class, responseDescription = "As it stands", responseCode = "200")
    @APIResponse(responseCode = "404", description = "`reservation-not-found`")
    public Response show(@PathParam("reservationId") UUID id) {
        return reservations
                .find(id)
                .filter(found -> found.belongsTo(caller.subject()))
                .map(found -> Response.ok(ReservationView.of(found)).build())
                .orElseGet(() -> CommandProblems.notFound("reservation"));
    }
}
