package dev.covenant.payments.api.v1;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.payments.money.Currencies;
import dev.covenant.payments.payment.PaymentMethods;

/** What a customer can pay with. */
@Path("api/v1/payment-methods")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payment methods")
public class PaymentMethodResource {
    private final PaymentMethods methods;
    private final Currencies currencies;

    @Inject
    public PaymentMethodResource(PaymentMethods methods, Currencies currencies) {
        this.methods = methods;
        this.currencies = currencies;
    }

    @GET
    @RolesAllowed(Roles.ORDERS)
    @Operation(summary = "The ways to pay in a currency")
    @APIResponseSchema(value = PaymentMethodList.class, responseDescription = "Ordered by code", responseCode = "200")
    public Response in(@QueryParam("currency") @NotNull String currency) {
        if (!currencies.supports(currency)) {
            return PaymentProblems.unsupportedCurrency(currencies.all());
        }
        return Response.ok(PaymentMethodList.of(currency, methods.in(currency))).build();
    }
}
