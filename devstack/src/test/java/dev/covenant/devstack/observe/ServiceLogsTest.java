package dev.covenant.devstack.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceLogsTest {
    @TempDir
    private Path run;

    @Test
    void findsEveryLineOfAnOrderAndOfItsTracesInTheOrderOfTime() throws IOException {
        log(
                "orders",
                "messages_26.01.01_10.00.00.0.log",
                line(1, "t1", "o1", "placed"),
                line(2, "t2", "o2", "another"));
        log("orders", "messages.log", line(4, "t1", "o1", "confirmed"), "half a li");
        log("payments", "messages.log", line(3, "t1", "", "authorized"), line(5, "t3", "", "of nobody"));
        log(
                "orders-second",
                "messages.log",
                line(6, "t9", "o1", "cancelled"),
                line(7, "t9", "", "by a request of its own"));

        assertThat(new ServiceLogs(run).of("o1"))
                .extracting(line -> line.server() + " " + line.message())
                .containsExactly(
                        "orders placed",
                        "payments authorized",
                        "orders confirmed",
                        "orders-second cancelled",
                        "orders-second by a request of its own");
    }

    @Test
    void findsNothingWhereNothingRan() {
        assertThat(new ServiceLogs(run.resolve("missing")).of("o1")).isEmpty();
    }

    private void log(String server, String name, String... lines) throws IOException {
        var service = server.split("-")[0];
        var file = run.resolve(Path.of(server, "output", service, "logs", name));
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines));
    }

    private static String line(int second, String trace, String order, String message) {
        return """
                {"ibm_datetime":"2026-01-01T10:00:%02d.000+0000","loglevel":"INFO","message":"%s","traceId":"%s","orderId":"%s"}""".formatted(second, message, trace, order);
    }
}
