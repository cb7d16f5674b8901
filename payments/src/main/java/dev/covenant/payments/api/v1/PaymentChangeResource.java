package dev.covenant.payments.api.v1;

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
import dev.covenant.payments.payment.CaptureOutcome;
import dev.covenant.payments.payment.CapturePayment;
import dev.covenant.payments.payment.VoidOutcome;
import dev.covenant.payments.payment.VoidPayment;

/** What happens to an authorized payment later. Each command may be sent again and is done once. */
@Path("api/v1/payments/{paymentId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
@APIResponse(responseCode = "404", description = "`payment-not-found`")
public class PaymentChangeResource {
    private final CapturePayment capturePayment;
    private final VoidPayment voidPayment;
    private final Caller caller;
    private final Patience patience;
    private final CommandReport report;

    @Inject
    public PaymentChangeResource(
            CapturePayment capturePayment,
            VoidPayment voidPayment,
            Caller caller,
            Patience patience,
            CommandReport report) {
        this.capturePayment = capturePayment;
        this.voidPayment = voidPayment;
        this.caller = caller;
        this.patience = patience;
        this.report = report;
    }

    @POST
    @RolesAllowed(Roles.ORDERS)
    @Path("capture")
    @Operation(summary = "Take the whole authorized amount")
    @APIResponseSchema(value = PaymentView.class, responseDescription = "Captured", responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "`capture-refused` (for good), `payment-pending`, `payment-declined`, `payment-voided`")
    @APIResponse(
            responseCode = "503",
            description = "`provider-unavailable` (perhaps captured, perhaps not), `temporarily-unavailable`, "
                    + "`deadline-exceeded`: send the same request again")
    public Response capture(@PathParam("paymentId") UUID id) {
        return switch (report.capture(id, capturePayment.capture(id, caller.subject(), patience.untilAnswer()))) {
            case CaptureOutcome.Captured(var payment) ->
                Response.ok(PaymentView.of(payment)).build();
            case CaptureOutcome.Refused() -> PaymentProblems.captureRefused();
            case CaptureOutcome.Pending() -> PaymentProblems.pending();
            case CaptureOutcome.Declined() -> PaymentProblems.declined();
            case CaptureOutcome.Voided() -> PaymentProblems.voided();
            case CaptureOutcome.Unanswered() -> PaymentProblems.providerUnavailable();
            case CaptureOutcome.NotFound() -> PaymentProblems.notFound();
        };
    }

    @POST
    @RolesAllowed(Roles.ORDERS)
    @Path("void")
    @Operation(
            summary = "Give up what is or may become authorized",
            description = "Of an id never seen too: an authorization that arrives later is refused")
    @APIResponseSchema(
            value = PaymentView.class,
            responseDescription = "VOIDED; VOIDING when the provider has yet to confirm; or closed before",
            responseCode = "200")
    @APIResponse(responseCode = "409", description = "`payment-captured`")
    @APIResponse(
            responseCode = "503",
            description = "`provider-unavailable` (a capture was begun before, and is perhaps done), "
                    + "`temporarily-unavailable`, `deadline-exceeded`: send the same request again")
    public Response cancel(@PathParam("paymentId") UUID id) {
        return switch (report.cancel(id, voidPayment.cancel(id, caller.subject(), patience.untilAnswer()))) {
            case VoidOutcome.Accepted(var payment) ->
                Response.ok(PaymentView.of(payment)).build();
            case VoidOutcome.Captured() -> PaymentProblems.captured();
            case VoidOutcome.Unanswered() -> PaymentProblems.providerUnavailable();
            case VoidOutcome.NotFound() -> PaymentProblems.notFound();
        };
    }
}
