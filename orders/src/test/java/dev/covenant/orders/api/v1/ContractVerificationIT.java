package dev.covenant.orders.api.v1;

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
import dev.covenant.orders.support.StubNeighbours;

/** What each consumer's contract says holds on the real server. Fails when there is no contract at all. */
@RealServer(setup = StubNeighbours.class)
@Provider("orders")
@PactFolder("${pact.rootDir}")
class ContractVerificationIT {
    private static final String AUTHORIZATION = "Authorization";

    private final ServerUnderTest server;
    private final ContractStates states;

    ContractVerificationIT(ServerUnderTest server) {
        this.server = server;
        this.states = new ContractStates(Books.of(server));
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
        // A contract whose token is refused is about just that.
        if (request.containsHeader(AUTHORIZATION) && !states.isTokenRefused()) {
            request.setHeader(AUTHORIZATION, "Bearer " + server.tokens().service("payments", "orders"));
        }
        context.verifyInteraction();
    }
}
