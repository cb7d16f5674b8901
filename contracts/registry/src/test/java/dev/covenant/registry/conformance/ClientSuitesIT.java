package dev.covenant.registry.conformance;

import java.util.logging.Level;
import java.util.logging.Logger;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

/** The registry answers the Broker's official clients as they expect it: their own contracts, verified by pact-jvm on the real server. */
@RealServer(setup = RegistryUsers.class)
@Provider("Pact Broker")
@PactSource(ClientSuites.class)
@EnabledIf(value = "suitesAreThere", disabledReason = "there are no client suites where -Dcovenant.conformance says")
class ClientSuitesIT {
    /** After each interaction it lists all that are still to come. Held here, since the level is lost with the logger. */
    private static final Logger STILL_TO_COME =
            Logger.getLogger("au.com.dius.pact.provider.DefaultTestResultAccumulator");

    private final ServerUnderTest server;

    ClientSuitesIT(ServerUnderTest server) {
        this.server = server;
        STILL_TO_COME.setLevel(Level.SEVERE);
    }

    static boolean suitesAreThere() {
        return ClientSuites.areThere();
    }

    @BeforeEach
    void onTheRealServer(PactVerificationContext context) {
        var rows = new Rows(server.owner());
        rows.clear();
        context.setTarget(
                new HttpTestTarget(server.baseUri().getHost(), server.baseUri().getPort()));
        context.withStateChangeHandlers(new BrokerStates(rows));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void answersAsTheClientExpects(PactVerificationContext context, HttpRequest request) {
        request.setPath(ClientRequest.of(request.getPath()));
        // Where the clients think that they are.
        request.setHeader("X-Forwarded-Host", "example.org");
        request.setHeader("Authorization", Registry.of(server).authorization());
        context.verifyInteraction();
    }
}
