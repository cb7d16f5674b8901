package dev.covenant.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The alerts in docs/alerts.yml and their explanations in docs/operations.md. */
class AlertsTest {
    private static final Path ALERTS = Path.of("..", "docs", "alerts.yml");
    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");

    @Test
    void areExplainedEachAndNoOther() throws IOException {
        assertThat(all("(?m)^### (\\w+)$", OPERATIONS)).isEqualTo(all("- alert: (\\w+)", ALERTS));
    }

    @Test
    void askOnlyForMetricsThatAreDocumented() throws IOException {
        assertThat(all("(?m)^\\| `((?:orders|inventory|payments)_\\w+)` \\|", OPERATIONS))
                .containsAll(all("\\b((?:orders|inventory|payments)_\\w+)", ALERTS));
    }

    /** Where Prometheus is installed. */
    @Test
    void areRulesThatPrometheusUnderstands() throws IOException, InterruptedException {
        var promtool = Path.of("/usr/bin/promtool");
        assumeTrue(Files.isExecutable(promtool), "promtool comes with Debian's package prometheus");
        var check = new ProcessBuilder(promtool.toString(), "check", "rules", ALERTS.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    private static List<String> all(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
