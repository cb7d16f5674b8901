package dev.covenant.payments.api.v1;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.payments.ledger.TrialBalance;

/** The ledger, to be read. */
@Path("api/v1/ledger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerResource {
    private final TrialBalance trialBalance;

    @Inject
    public LedgerResource(TrialBalance trialBalance) {
        this.trialBalance = trialBalance;
    }

    @GET
    @RolesAllowed(Roles.FINANCE)
    @Path("trial-balance")
    @Operation(summary = "The balance of every account, by currency")
    @APIResponseSchema(value = TrialBalanceView.class, responseDescription = "Each total is 0", responseCode = "200")
    public TrialBalanceView trialBalance() {
        return TrialBalanceView.of(trialBalance.draw());
    }
}
