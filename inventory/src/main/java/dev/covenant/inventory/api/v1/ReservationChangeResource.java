package dev.covenant.inventory.api.v1;

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
import dev.covenant.inventory.api.Roles;
import dev.covenant.inventory.reservation.ChangeOutcome;
import dev.covenant.inventory.reservation.CommitReservation;
import dev.covenant.inventory.reservation.ReleaseReservation;
import dev.covenant.inventory.reservation.ReturnReservation;

/** What happens to a reservation later. Each command may be sent again and gets the same answer. */
@Path("api/v1/reservations/{reservationId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reservations")
@APIResponse(responseCode = "404", description = "`reservation-not-found`")
public class ReservationChangeResource {
    private final CommitReservation commit;
    private final ReleaseReservation release;
    private final ReturnReservation takeBack;
    private final Caller caller;
    private final ReservationReport report;

    @Inject
    public ReservationChangeResource(
            CommitReservation commit,
            ReleaseReservation release,
            ReturnReservation takeBack,
            Caller caller,
            ReservationReport report) {
        this.commit = commit;
        this.release = release;
        this.takeBack = takeBack;
        this.caller = caller;
        this.report = report;
    }

    @POST
    @RolesAllowed(Roles.ORDERS)
    @Path("commit")
    @Operation(summary = "Let the held pieces leave the house")
    @APIResponseSchema(value = ReservationView.class, responseDescription = "Committed", responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`reservation-released`, `reservation-expired`, `reservation-refused`")
    public Response commit(@PathParam("reservationId") UUID id) {
        return answer(report.change("commit", id, commit.commit(id, caller.subject())));
    }

    @POST
    @RolesAllowed(Roles.ORDERS)
    @Path("release")
    @Operation(summary = "Undo a hold", description = "Of an id never seen too: a hold that arrives later is refused")
    @APIResponseSchema(value = ReservationView.class, responseDescription = "Not in force", responseCode = "200")
    @APIResponse(responseCode = "409", description = "`reservation-committed`")
    public Response release(@PathParam("reservationId") UUID id) {
        return answer(report.change("release", id, release.release(id, caller.subject())));
    }

    @POST
    @RolesAllowed(Roles.ORDERS)
    @Path("return")
    @Operation(summary = "Undo a commit", description = "Of an id never seen too: a hold that arrives later is refused")
    @APIResponseSchema(value = ReservationView.class, responseDescription = "Not in force", responseCode = "200")
    @APIResponse(responseCode = "409", description = "`reservation-not-committed`")
    public Response takeBack(@PathParam("reservationId") UUID id) {
        return answer(report.change("return", id, takeBack.takeBack(id, caller.subject())));
    }

    private static Response answer(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Done(var reservation) ->
                Response.ok(ReservationView.of(reservation)).build();
            case ChangeOutcome.Impossible(var state) -> ReservationProblems.conflict(state);
            case ChangeOutcome.NotFound() -> CommandProblems.notFound("reservation");
        };
    }
}
