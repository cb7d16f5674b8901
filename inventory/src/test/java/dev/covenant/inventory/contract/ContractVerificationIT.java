package dev.covenant.inventory.contract;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.QuietHousekeeping;

/** What each consumer's contract says holds on the real server. Fails when there is no contract at all. */
@RealServer(setup = QuietHousekeeping.class)
@Provider("inventory")
@PactFolder("${pact.rootDir}")
class ContractVerificationIT {
    private static final String AUTHORIZATION = "Authorization";

    private final ServerUnderTest server;
    private final ProviderStates states;

    ContractVerificationIT(ServerUnderTest server) {
        this.server = server;
        this.states = new ProviderStates(server.owner());
    }

    @BeforeEach
    void onTheRealServer(PactVerificationContext context) {
        var address = server.baseUri();
        context.setTarget(new HttpTestTarget(address.getHost(), address.getPort()));
        context.withStateChangeHandlers(states);
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keepsTheContract(PactVerificationContext context, HttpRequest request) {
        // A contract that sends no token is about just that.
        if (request.containsHeader(AUTHORIZATION) && !states.isTokenRefused()) {
            var token = server.tokens().service(Rows.CONSUMER, "inventory");
            request.setHeader(AUTHORIZATION, "Bearer " + token);
        }
        context.verifyInteraction();
    }
}
