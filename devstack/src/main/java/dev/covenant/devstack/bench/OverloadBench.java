package dev.covenant.devstack.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

/**
 * What becomes of the rate of confirmed orders when several times more arrive than can be served. The rate is read from orders' log of
 * events, so that nothing counts which a customer was only promised.
 */
public final class OverloadBench {
    private static final List<Integer> CUSTOMERS = List.of(4, 8, 16);
    private static final int WARM_UP_CUSTOMERS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    private final Stack stack;
    private final Load load;
    private final Duration time;
    private final double factor;

    /**
     * @param time of each measurement
     * @param factor how many times the most that was served arrives
     */
    public OverloadBench(Stack stack, Duration time, double factor) {
        this.stack = stack;
        this.load = new Load(new Workload(stack));
        this.time = time;
        this.factor = factor;
    }

    /** @param progress hears of each measurement as it is done */
    public OverloadFigures run(Consumer<String> progress) {
        load.closed(WARM_UP_CUSTOMERS, WARM_UP);
        var peak = CUSTOMERS.stream()
                .map(customers -> {
                    var measured = measure(() -> load.closed(customers, time));
                    progress.accept(
                            "%d customers, each with one order after the other: %s".formatted(customers, measured));
                    return measured;
                })
                .max(Comparator.comparing(Measured::confirmedPerSecond))
                .orElseThrow();
        var arriving = peak.confirmedPerSecond() * factor;
        var overloaded = measure(() -> load.open(arriving, time));
        progress.accept("%.0f orders arrive each second: %s".formatted(arriving, overloaded));
        return new OverloadFigures(peak.confirmedPerSecond(), arriving, overloaded);
    }

    private Measured measure(Supplier<Tally> orders) {
        var before = confirmed();
        var begin = System.nanoTime();
        var tally = orders.get();
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new Measured((confirmed() - before) / seconds, tally);
    }

    private long confirmed() {
        try (var connection = stack.owner(Part.ORDERS).getConnection();
                var statement =
                        connection.prepareStatement("SELECT count(*) FROM order_event WHERE type = 'order-confirmed'");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new DevstackException("Cannot count confirmed orders", e);
        }
    }
}
