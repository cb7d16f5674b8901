package dev.covenant.orders.api.v1;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.contract.ContractSource;
import dev.covenant.devstack.testing.contract.ContractVerification;
import dev.covenant.orders.support.StubNeighbours;

@RealServer(setup = StubNeighbours.class)
@Provider("orders")
@PactSource(ContractSource.class)
class ContractVerificationIT extends ContractVerification {
    private final ServerUnderTest server;

    ContractVerificationIT(ServerUnderTest server) {
        super(server);
        this.server = server;
    }

    @Override
    protected Object states(String consumer) {
        return new ContractStates(Books.of(server));
    }
}
