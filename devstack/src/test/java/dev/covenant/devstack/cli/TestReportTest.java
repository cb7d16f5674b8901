package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestReportTest {
    private final StringWriter text = new StringWriter();
    private final TestReport report = new TestReport(new PrintWriter(text));

    @Test
    void namesModulesClassesAndSums() {
        report.line("[INFO] Building Covenant inventory 1.0.0-SNAPSHOT                      [4/8]");
        report.line(
                "[INFO] Tests run: 7, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 9.71 s -- in dev.covenant.inventory.StockIT");
        report.line("[INFO] Tests run: 7, Failures: 0, Errors: 0, Skipped: 1");
        report.finish(true, Path.of("test.log"));

        assertThat(text.toString())
                .contains("[4/8] Covenant inventory")
                .containsPattern("ok +StockIT +7 tests +9\\.71 s")
                .contains("6 passed, 0 failed, 1 skipped")
                .contains("test.log");
    }

    @Test
    void showsWhatFailed() {
        report.line(
                "[ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in dev.covenant.orders.CartTest");
        report.line("[ERROR]   CartTest.addsUp:12 expected: 3 but was: 2");
        report.finish(false, Path.of("test.log"));

        assertThat(text.toString())
                .containsPattern("FAILED +CartTest")
                .contains("CartTest.addsUp:12 expected: 3 but was: 2")
                .contains("1 passed, 1 failed, 0 skipped")
                .doesNotContain("Re-run Maven");
    }
}
