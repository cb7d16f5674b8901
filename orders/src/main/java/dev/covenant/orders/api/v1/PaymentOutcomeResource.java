package dev.covenant.orders.api.v1;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.orders.checkout.HearOutcome;

/** Where payments tells how a payment ended that it had answered with PENDING. */
@Path("api/v1/payment-outcomes/{paymentId}")
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Payment outcomes")
public class PaymentOutcomeResource {
    private final HearOutcome hearOutcome;

    @Inject
    public PaymentOutcomeResource(HearOutcome hearOutcome) {
        this.hearOutcome = hearOutcome;
    }

    @PUT
    @RolesAllowed(Roles.SERVICE_PAYMENTS)
    @Operation(
            summary = "Tell how a payment ended",
            description =
                    "Of a payment that was PENDING when it was asked for. The order goes on at once. An outcome that "
                            + "comes again, or when the order has ended or is being undone, changes nothing, and is answered alike.")
    @APIResponse(responseCode = "204", description = "It is known here, and need not be told again")
    @APIResponse(responseCode = "404", description = "`payment-not-found`: no order is paid with this payment")
    public Response tell(@PathParam("paymentId") UUID paymentId, @NotNull @Valid PaymentOutcomeRequest outcome) {
        return hearOutcome.hear(paymentId, outcome.outcome())
                ? Response.noContent().build()
                : OrderProblems.noSuchPayment().response();
    }
}
