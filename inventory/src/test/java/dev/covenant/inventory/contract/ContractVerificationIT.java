package dev.covenant.inventory.contract;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.contract.ContractSource;
import dev.covenant.devstack.testing.contract.ContractVerification;
import dev.covenant.inventory.testing.QuietHousekeeping;

@RealServer(setup = QuietHousekeeping.class)
@Provider("inventory")
@PactSource(ContractSource.class)
class ContractVerificationIT extends ContractVerification {
    private final ServerUnderTest server;

    ContractVerificationIT(ServerUnderTest server) {
        super(server);
        this.server = server;
    }

    @Override
    protected Object states(String consumer) {
        return new ProviderStates(server.owner(), consumer);
    }
}
