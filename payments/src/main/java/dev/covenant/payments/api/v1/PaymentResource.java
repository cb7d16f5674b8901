package dev.covenant.payments.api.v1;

import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.security.Caller;
import dev.covenant.payments.payment.AuthorizeOutcome;
import dev.covenant.payments.payment.AuthorizePayment;
import dev.covenant.payments.payment.Payments;

/** Authorizes a payment under an id that the client chose, and shows what became of it. */
@Path("api/v1/payments/{paymentId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentResource {
    private final AuthorizePayment authorizePayment;
    private final Payments payments;
    private final Caller caller;
    private final Patience patience;
    private final CommandReport report;

    @Inject
    public PaymentResource(
            AuthorizePayment authorizePayment,
            Payments payments,
            Caller caller,
            Patience patience,
            CommandReport report) {
        this.authorizePayment = authorizePayment;
        this.payments = payments;
        this.caller = caller;
        this.patience = patience;
        this.report = report;
    }

    @PUT
    @RolesAllowed(Roles.ORDERS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Authorize, once per id",
            description =
                    "DECLINED is an answer, not an error. PENDING: the provider has not answered in time; ask again.")
    @APIResponseSchema(value = PaymentView.class, responseDescription = "As it stands", responseCode = "200")
    @APIResponse(responseCode = "404", description = "`payment-not-found`: the id is another client's")
    @APIResponse(responseCode = "409", description = "`payment-voided`, perhaps before this request came")
    @APIResponse(responseCode = "422", description = "`id-reused`: the id has another body")
    public Response authorize(@PathParam("paymentId") UUID id, @NotNull @Valid AuthorizeRequest body) {
        var request = body.asAuthorization(id, caller.subject());
        return switch (report.authorize(id, authorizePayment.authorize(request, patience.untilAnswer()))) {
            case AuthorizeOutcome.Known(var payment) ->
                Response.ok(PaymentView.of(payment)).build();
            case AuthorizeOutcome.Voided() -> PaymentProblems.voided();
            case AuthorizeOutcome.DifferentRequest() -> PaymentProblems.idReused();
            case AuthorizeOutcome.BelongsToAnother() -> PaymentProblems.notFound();
            case AuthorizeOutcome.UnsupportedCurrency(List<String> supported) ->
                PaymentProblems.unsupportedCurrency(supported);
        };
    }

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.ORDERS})
    @Operation(summary = "A payment as it stands")
    @APIResponseSchema(value = PaymentView.class, responseDescription = "As it stands", responseCode = "200")
    @APIResponse(responseCode = "404", description = "`payment-not-found`")
    public Response show(@PathParam("paymentId") UUID id) {
        var viewer = Viewers.of(caller);
        return payments.find(id)
                .filter(payment -> payment.isVisibleTo(viewer))
                .map(payment -> Response.ok(PaymentView.of(payment)).build())
                .orElseGet(PaymentProblems::notFound);
    }
}
