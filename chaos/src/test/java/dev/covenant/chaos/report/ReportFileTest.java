package dev.covenant.chaos.report;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

import dev.covenant.chaos.ChaosPlan;
import dev.covenant.chaos.ChaosResult;
import dev.covenant.chaos.conscience.Promise;
import dev.covenant.chaos.conscience.Verdict;
import dev.covenant.chaos.conscience.Violation;
import dev.covenant.chaos.experiment.Finding;
import dev.covenant.chaos.sabotage.Struck;
import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Strike;
import dev.covenant.chaos.schedule.Target;
import dev.covenant.chaos.traffic.Visits;

import static org.assertj.core.api.Assertions.assertThat;

class ReportFileTest {
    private static final Finding FINDING = new Finding("an-experiment", "This & that hold.", "1 s", "0.5 s", true);

    @Test
    void hasEverythingInOneFile() {
        var page = ReportFile.page(result(), List.of(FINDING));
        assertThat(page)
                .contains(
                        "an-experiment",
                        "This &amp; that hold.",
                        "kept-promise",
                        "did not start",
                        "payments → provider",
                        "&lt;b&gt;")
                .doesNotContain("http://", "https://", "<script", "<link");
    }

    @Test
    void drawsChartsThatEveryReaderOfSvgUnderstands() throws Exception {
        var page = ReportFile.page(result(), List.of());
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var charts = 0;
        for (int at = page.indexOf("<svg"); at >= 0; at = page.indexOf("<svg", at + 1)) {
            builder.parse(new InputSource(new StringReader(page.substring(at, page.indexOf("</svg>", at) + 6))));
            charts++;
        }
        assertThat(charts).isEqualTo(3);
    }

    private static ChaosResult result() {
        var strike =
                new Strike(1, Blow.STALL, Target.PAYMENTS_TO_PROVIDER, Duration.ofSeconds(6), Duration.ofSeconds(2));
        return new ChaosResult(
                new ChaosPlan(
                        7,
                        Duration.ofSeconds(30),
                        2,
                        1,
                        EnumSet.allOf(Blow.class),
                        Duration.ZERO,
                        Duration.ofSeconds(30)),
                Instant.EPOCH,
                List.of(
                        Visits.at(Duration.ofSeconds(3))
                                .told(201, UUID.randomUUID(), "CONFIRMED")
                                .over(),
                        Visits.at(Duration.ofSeconds(7))
                                .refused(503, "overloaded")
                                .told(202, UUID.randomUUID(), "PENDING")
                                .over()),
                List.of(new Struck(
                        strike, Duration.ofSeconds(6), Duration.ofSeconds(8), Optional.of(Duration.ofSeconds(9)))),
                List.of("orders did not start"),
                Duration.ofSeconds(31),
                new Verdict(
                        1_200,
                        List.of(new Promise("kept-promise", "something holds", 10, 1)),
                        List.of(new Violation("kept-promise", "found <b>", "history")),
                        List.of()));
    }
}
