package dev.covenant.orders.api.v1;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.access.AccessRules;
import dev.covenant.orders.support.StubNeighbours;

@RealServer(setup = StubNeighbours.class)
class AccessIT {
    private final ServerUnderTest server;

    AccessIT(ServerUnderTest server) {
        this.server = server;
    }

    @TestFactory
    Stream<DynamicTest> isAsTheTableSays() {
        return AccessRules.of("orders", server);
    }
}
