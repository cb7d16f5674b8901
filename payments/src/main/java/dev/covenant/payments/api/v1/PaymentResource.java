package dev.covenant.payments.api.v1;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.problem.Problem;
import dev.covenant.chassis.security.Caller;
import dev.covenant.payments.payment.AuthorizeOutcome;
import dev.covenant.payments.payment.AuthorizePayment;
import dev.covenant.payments.payment.CaptureOutcome;
import dev.covenant.payments.payment.CapturePayment;
import dev.covenant.payments.payment.Payment;
import dev.covenant.payments.payment.Payments;
import dev.covenant.payments.payment.VoidOutcome;
import dev.covenant.payments.payment.VoidPayment;

/** Payments: authorized, then captured or voided. Each command can be sent again and is done once. */
@Path("api/v1/payments/{paymentId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentResource {
    private final Payments payments;
    private final AuthorizePayment authorizePayment;
    private final CapturePayment capturePayment;
    private final VoidPayment voidPayment;
    private final Caller caller;
    private final Patience patience;

    @Inject
    public PaymentResource(
            Payments payments,
            AuthorizePayment authorizePayment,
            CapturePayment capturePayment,
            VoidPayment voidPayment,
            Caller caller,
            Patience patience) {
        this.payments = payments;
        this.authorizePayment = authorizePayment;
        this.capturePayment = capturePayment;
        this.voidPayment = voidPayment;
        this.caller = caller;
        this.patience = patience;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Authorize, once per id",
            description =
                    "DECLINED is an answer, not an error. PENDING: the provider has not answered in time; ask again.")
    public Response authorize(@PathParam("paymentId") UUID paymentId, @NotNull @Valid AuthorizeRequest body) {
        var request = body.asAuthorization(paymentId, caller.subject());
        return switch (authorizePayment.authorize(request, patience.untilAnswer())) {
            case AuthorizeOutcome.Known(var payment) -> ok(payment);
            case AuthorizeOutcome.Voided() -> PaymentProblems.voided();
            case AuthorizeOutcome.DifferentRequest() -> PaymentProblems.idReused();
            case AuthorizeOutcome.BelongsToAnother() -> PaymentProblems.notFound("payment");
            case AuthorizeOutcome.UnsupportedCurrency(List<String> supported) ->
                Problem.invalid("currency", "must be one of " + String.join(", ", supported))
                        .response();
        };
    }

    @GET
    @Operation(summary = "A payment as it stands")
    public Response find(@PathParam("paymentId") UUID paymentId) {
        return payments.find(paymentId)
                .filter(payment -> payment.isOf(caller.subject()))
                .map(PaymentResource::ok)
                .orElseGet(() -> PaymentProblems.notFound("payment"));
    }

    @POST
    @Path("capture")
    @Operation(summary = "Take the whole authorized amount")
    public Response capture(@PathParam("paymentId") UUID paymentId) {
        return switch (capturePayment.capture(paymentId, caller.subject(), patience.untilAnswer())) {
            case CaptureOutcome.Captured(var payment) -> ok(payment);
            case CaptureOutcome.Refused() -> PaymentProblems.captureRefused();
            case CaptureOutcome.Pending() -> PaymentProblems.pending();
            case CaptureOutcome.Declined() -> PaymentProblems.declined();
            case CaptureOutcome.Voided() -> PaymentProblems.voided();
            case CaptureOutcome.Unanswered() -> PaymentProblems.providerUnavailable();
            case CaptureOutcome.NotFound() -> PaymentProblems.notFound("payment");
        };
    }

    @POST
    @Path("void")
    @Operation(
            summary = "Give up what is or may become authorized",
            description = "VOIDING: accepted, and done as soon as the provider confirms. Of an unknown id: remembered.")
    public Response cancel(@PathParam("paymentId") UUID paymentId) {
        return switch (voidPayment.cancel(paymentId, caller.subject(), patience.untilAnswer())) {
            case VoidOutcome.Accepted(var payment) -> ok(payment);
            case VoidOutcome.Captured() -> PaymentProblems.captured();
            case VoidOutcome.NotFound() -> PaymentProblems.notFound("payment");
        };
    }

    private static Response ok(Payment payment) {
        return Response.ok(PaymentView.of(payment)).build();
    }
}
