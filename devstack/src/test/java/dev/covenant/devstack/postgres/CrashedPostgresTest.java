package dev.covenant.devstack.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.covenant.devstack.Secrets;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.ports.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CrashedPostgresTest {
    private static final PostgresStart START = new PostgresStart(Workspace.find());

    @TempDir
    private static Path directory;

    static Stream<Named<IntFunction<Postgres>>> bothKinds() {
        return Stream.of(
                Named.of("throw-away", START::throwAway),
                Named.of(
                        "kept",
                        port -> START.kept(
                                directory.resolve("data"), port, Secrets.password(), directory.resolve("log"))));
    }

    @ParameterizedTest
    @MethodSource("bothKinds")
    void hasAllThatWasCommittedAndNothingElse(IntFunction<Postgres> start) throws SQLException {
        try (var postgres = start.apply(Ports.free())) {
            postgres.create("books", "secret");
            var books = postgres.dataSource("books", "books", "secret");
            try (var connection = books.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE entry AS SELECT 'committed' AS state");
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO entry VALUES ('open')");

                postgres.kill();

                assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
                assertThatThrownBy(books::getConnection).hasMessageContaining("refused");
            }

            postgres.restart();

            try (var connection = books.getConnection();
                    var found = connection.createStatement().executeQuery("SELECT string_agg(state, ',') FROM entry")) {
                found.next();
                assertThat(found.getString(1)).isEqualTo("committed");
            }
        }
    }

    @Test
    void leavesNoProcessBehindAndStartsAsOftenAsItCrashes() throws SQLException {
        Path data;
        try (var postgres = START.throwAway(Ports.free())) {
            data = postgres.data();
            for (int crash = 0; crash < 2; crash++) {
                var server = postgres.process().orElseThrow();
                var all = Stream.concat(Stream.of(server), server.descendants()).toList();
                assertThat(all).hasSizeGreaterThan(3);

                postgres.kill();

                assertThat(all).noneMatch(ProcessHandle::isAlive);
                postgres.restart();
            }
            // One that still runs is stopped first.
            postgres.restart();
            try (var connection = postgres.superuser().getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }

            postgres.kill();
        }
        assertThat(data).as("thrown away, killed or not").doesNotExist();
    }
}
