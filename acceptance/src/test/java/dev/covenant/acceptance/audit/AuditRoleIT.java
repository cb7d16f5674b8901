package dev.covenant.acceptance.audit;

import java.sql.SQLException;
import javax.sql.DataSource;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The role of the audit reads what it needs, and nothing else. */
@RealStack
class AuditRoleIT {
    private final Stack stack;

    AuditRoleIT(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ORDERS    | SELECT request FROM saga_step
            ORDERS    | SELECT answer_body FROM idempotency_key
            ORDERS    | SELECT fingerprint FROM idempotency_key
            ORDERS    | SELECT * FROM checkout_saga
            PAYMENTS  | SELECT sealed_token FROM payment
            PAYMENTS  | SELECT fingerprint FROM payment
            """)
    void cannotReadWhatIsSecret(Part service, String sql) {
        assertThatThrownBy(() -> execute(service, sql)).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ORDERS    | UPDATE customer_order SET total = 1
            ORDERS    | DELETE FROM order_event
            INVENTORY | UPDATE stock_item SET on_hand = 1
            INVENTORY | INSERT INTO stock_item (sku) VALUES ('X')
            PAYMENTS  | UPDATE payment SET captured = 1
            PAYMENTS  | INSERT INTO journal (external_key, payment_id, recorded_at) VALUES ('x', gen_random_uuid(), now())
            PAYMENTS  | CREATE TABLE mine (id int)
            """)
    void cannotWrite(Part service, String sql) {
        assertThatThrownBy(() -> execute(service, sql)).hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> execute(service, "SET default_transaction_read_only = off", sql))
                .as("were its sessions not read-only")
                .hasMessageContaining("permission denied");
    }

    private void execute(Part service, String... statements) throws SQLException {
        try (var connection = database(service).getConnection();
                var statement = connection.createStatement()) {
            connection.setReadOnly(statements.length == 1);
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private DataSource database(Part service) {
        var books = stack.books();
        return switch (service) {
            case ORDERS -> books.orders();
            case INVENTORY -> books.inventory();
            default -> books.payments();
        };
    }
}
