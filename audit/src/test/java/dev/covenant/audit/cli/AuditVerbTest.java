package dev.covenant.audit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.audit.AuditSession;
import dev.covenant.audit.Books;

import static org.assertj.core.api.Assertions.assertThat;

class AuditVerbTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void endsWithThreeWhenNoBookCanBeRead() {
        assertThat(run()).isEqualTo(3);
        assertThat(out.toString())
                .contains("NOT READ: orders: the database of orders: ")
                .contains("NOT READ: charges: the provider's books: ")
                .contains("Nothing wrong was found, but not everything could be read.");
    }

    @Test
    void reportsToPrograms() {
        assertThat(run("--json", "--since", "2h")).isEqualTo(3);
        var report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.path("clean").asBoolean()).isFalse();
        assertThat(report.path("count").asLong(-1)).isZero();
        assertThat(report.path("unread")).isNotEmpty();
        assertThat(report.at("/checks/0/name").asString()).isEqualTo("order-has-saga");
        assertThat(report.path("since").isString()).isTrue();
    }

    @Test
    void endsWithTwoOnWrongUsage() {
        assertThat(run("--since", "once")).isEqualTo(2);
        assertThat(run("--most", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("'once' is no time", "At least one violation is shown");
    }

    private int run(String... arguments) {
        return new CommandLine(new Program())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Command(name = "audit")
    private static final class Program implements Callable<Integer> {
        @Mixin
        private AuditVerb audit;

        @Override
        public Integer call() {
            return audit.run(AuditVerbTest::booksOutOfReach);
        }
    }

    private static Books booksOutOfReach() {
        var port = portOfNobody();
        var database = AuditSession.of("jdbc:postgresql://localhost:%d/gone".formatted(port), "nobody", "none");
        return new Books(database, database, database, URI.create("http://localhost:" + port), "key");
    }

    private static int portOfNobody() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
