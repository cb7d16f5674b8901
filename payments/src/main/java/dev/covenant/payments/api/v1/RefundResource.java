package dev.covenant.payments.api.v1;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.security.Caller;
import dev.covenant.payments.refund.RefundOutcome;
import dev.covenant.payments.refund.RefundPayment;

/** Refunds of a captured payment: by the service that made it, and by finance of any. */
@Path("api/v1/payments/{paymentId}/refunds/{refundId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Refunds")
public class RefundResource {
    private final RefundPayment refundPayment;
    private final Caller caller;
    private final Patience patience;
    private final CommandReport report;

    @Inject
    public RefundResource(RefundPayment refundPayment, Caller caller, Patience patience, CommandReport report) {
        this.refundPayment = refundPayment;
        this.caller = caller;
        this.patience = patience;
        this.report = report;
    }

    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.ORDERS})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Refund an amount or all that remains, once per id",
            description =
                    "FAILED is an answer, not an error. PENDING: the provider has not answered in time; ask again.")
    @APIResponseSchema(value = RefundView.class, responseDescription = "As it stands", responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description = "`payment-not-found`; also when the refund's id belongs to another payment or caller")
    @APIResponse(responseCode = "409", description = "`refund-exceeds-captured` (remembered), `payment-not-captured`")
    @APIResponse(responseCode = "422", description = "`id-reused`: the id has another body")
    public Response refund(
            @PathParam("paymentId") UUID paymentId,
            @PathParam("refundId") UUID refundId,
            @NotNull @Valid RefundBody body) {
        var request = body.asRequest(refundId, paymentId, Viewers.of(caller));
        return switch (report.refund(refundId, refundPayment.refund(request, patience.untilAnswer()))) {
            case RefundOutcome.Known(var refund) ->
                Response.ok(RefundView.of(refund)).build();
            case RefundOutcome.NotCaptured() -> PaymentProblems.notCaptured();
            case RefundOutcome.ExceedsCaptured() -> PaymentProblems.exceedsCaptured();
            case RefundOutcome.DifferentRequest() -> PaymentProblems.idReused();
            case RefundOutcome.NotFound() -> PaymentProblems.notFound();
        };
    }
}
