package dev.covenant.devstack.provider;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ProviderProcessTest {

    private static final int ENDED_BY_SIGTERM = 143;

    @RegisterExtension
    static final RunningProvider PROVIDER = new RunningProvider();

    @Test
    void theBooksOutliveTheProcess() throws Exception {
        String id = ProviderClient.newId();

        endAfter(client -> client.authorize(id, 100, "tok_approve"));
        endAfter(client -> assertThat(client.capture(id).text("state")).isEqualTo("CAPTURED"));

        assertThat(PROVIDER.client().find(id).number("captured")).isEqualTo(100);
    }

    @Test
    void aProcessThatCannotStartSaysWhyInOneLine() throws Exception {
        Process process = start(Map.of("DB_PASSWORD", ""));
        try (BufferedReader lines = process.errorReader()) {
            assertThat(lines.readAllAsString().lines())
                    .singleElement()
                    .asString()
                    .endsWith("cannot start: PROVIDER_KEY is not set");
        }
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private interface Use {
        void of(ProviderClient client);
    }

    private static void endAfter(Use use) throws Exception {
        Process process = start(environment());
        try (BufferedReader lines = process.errorReader()) {
            String ready = lines.readLine();
            assertThat(ready).contains("ready at http://localhost:");
            use.of(new ProviderClient(URI.create(ready.substring(ready.indexOf("http"))), RunningProvider.KEY));
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatedProvider.class.getName());
        builder.environment().keySet().removeIf(name -> name.matches("(PROVIDER|DB)_.*|.*JAVA.*OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Map<String, String> environment() {
        ProviderConfig.Database database = PROVIDER.database();
        return Map.of(
                "PROVIDER_PORT", "0",
                "PROVIDER_KEY", RunningProvider.KEY,
                "DB_PORT", Integer.toString(database.port()),
                "DB_NAME", database.name(),
                "DB_USER", database.user(),
                "DB_PASSWORD", database.password());
    }
}
