package dev.covenant.payments.api.v1;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.contract.ContractCheck;
import dev.covenant.devstack.testing.contract.ContractSource;
import dev.covenant.payments.testing.ProviderSetup;

/** What each consumer's contract says holds on the real server. Fails when there is no contract at all. */
@RealServer(setup = ProviderSetup.class)
@Provider("payments")
@PactSource(ContractSource.class)
class ContractVerificationIT {
    private final ContractCheck contracts;
    private final ServerUnderTest server;
    private ContractStates states;

    ContractVerificationIT(ServerUnderTest server) {
        this.contracts = new ContractCheck(server);
        this.server = server;
    }

    @BeforeEach
    void onTheRealServer(PactVerificationContext context) {
        states = new ContractStates(server, context.getConsumer().getName());
        contracts.prepare(context, states);
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keepsTheContract(PactVerificationContext context, HttpRequest request) {
        contracts.verify(context, request, states.isTokenRefused());
    }
}
