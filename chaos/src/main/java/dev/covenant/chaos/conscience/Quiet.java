package dev.covenant.chaos.conscience;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

/** Whether anything is still under way: a checkout, or a question to the payment provider. */
public final class Quiet {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final String CHECKOUTS = "SELECT count(*) FROM checkout_saga WHERE state <> 'DONE'";
    private static final String QUESTIONS = "SELECT count(*) FROM provider_attempt WHERE state <> 'ANSWERED'";

    private final Stack stack;

    public Quiet(Stack stack) {
        this.stack = stack;
    }

    /**
     * Returns when nothing is, and nobody waits any more.
     *
     * @param nobodyWaits whether every customer has been answered
     * @return how long that took; empty when it did not come within {@code limit}
     */
    public Optional<Duration> await(BooleanSupplier nobodyWaits, Duration limit) {
        var begun = System.nanoTime();
        try {
            while (true) {
                var took = Duration.ofNanos(System.nanoTime() - begun);
                if (nobodyWaits.getAsBoolean() && none(Part.ORDERS, CHECKOUTS) && none(Part.PAYMENTS, QUESTIONS)) {
                    return Optional.of(took);
                }
                if (took.compareTo(limit) > 0) {
                    return Optional.empty();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    private boolean none(Part service, String count) {
        return number(stack.owner(service), count) == 0;
    }

    private static long number(DataSource books, String count) {
        try (var connection = books.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(count)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new DevstackException("Cannot look whether anything is under way: " + e.getMessage(), e);
        }
    }
}
