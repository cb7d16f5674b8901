package dev.covenant.inventory.api.v1;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.Books;

/** Reads the books of some SKUs every few milliseconds until it is closed. */
final class BooksReader implements AutoCloseable {
    private static final int BETWEEN_LOOKS_MILLIS = 25;

    private final ServerUnderTest server;
    private final List<String> skus;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private volatile int done;

    private BooksReader(ServerUnderTest server, List<String> skus) {
        this.server = server;
        this.skus = skus;
    }

    static BooksReader start(ServerUnderTest server, String... skus) {
        var reader = new BooksReader(server, List.of(skus));
        reader.looks.scheduleWithFixedDelay(reader::look, 0, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        return reader;
    }

    /** What was wrong at some moment so far. */
    Collection<String> wrong() {
        return wrong;
    }

    /** How often it has looked. */
    int looks() {
        return done;
    }

    private void look() {
        try (var connection = server.owner().getConnection()) {
            wrong.addAll(Books.wrong(connection, skus));
        } catch (SQLException e) {
            wrong.add(e.toString());
        }
        done++;
    }

    @Override
    public void close() {
        looks.close();
    }
}
