package dev.covenant.registry.model;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class HistoriesIT {
    private final ServerUnderTest server;

    HistoriesIT(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    void whetherAVersionCanBeDeployedIsAsTheModelSays() {
        assertThat(Histories.disagreement(Registry.of(server), 25)).isEmpty();
    }
}
