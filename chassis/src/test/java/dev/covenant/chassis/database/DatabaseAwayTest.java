package dev.covenant.chassis.database;

import java.net.SocketException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAwayTest {
    private static final IllegalStateException AWAY = new IllegalStateException(
            "cannot read\n\tat some.Place",
            new SQLException("The connection attempt failed.", "08001", new SocketException("Connection reset")));

    @Test
    void isToldInALine() {
        assertThat(DatabaseAway.isCauseOf(AWAY)).isTrue();
        assertThat(DatabaseAway.inWords(AWAY))
                .isEqualTo("cannot read; because: The connection attempt failed.; because: Connection reset");
    }

    /** It passes, other than that of repositories that were never made. */
    @Test
    void endsNoServerThatBegins() {
        var read = new AtomicBoolean();
        Repositories.requireUsable(() -> {
            read.set(true);
            throw AWAY;
        });
        assertThat(read).isTrue();
        assertThat(Repositories.isForGood(AWAY)).isFalse();
        assertThat(Repositories.isForGood(new IllegalStateException("CWWKD1080E: One or more repository interfaces")))
                .isTrue();
    }
}
