package dev.covenant.orders.order;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the service itself could not do to its books, whatever its code said. */
@RealServer(setup = StubNeighbours.class)
class PrivilegesIT {
    private final Jdbi runtime;

    PrivilegesIT(ServerUnderTest server) {
        runtime = Jdbi.create(server.runtime());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE order_event SET type = 'order-confirmed'",
                "DELETE FROM order_event",
                "TRUNCATE order_event",
                "UPDATE order_line SET unit_price = 1",
                "DELETE FROM order_line",
                "DELETE FROM customer_order",
                "DELETE FROM checkout_saga",
                "DELETE FROM saga_step",
                "DELETE FROM product",
                "CREATE TABLE mine (id int)",
                "ALTER TABLE order_event DROP COLUMN type"
            })
    void areKept(String statement) {
        assertThatThrownBy(() -> runtime.useHandle(handle -> handle.execute(statement)))
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }
}
