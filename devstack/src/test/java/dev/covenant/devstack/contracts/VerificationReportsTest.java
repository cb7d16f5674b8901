package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationReportsTest {
    private static final List<Part> INVENTORY = List.of(Part.INVENTORY);

    @TempDir
    private Path root;

    private VerificationReports reports;
    private Path target;

    @BeforeEach
    void aRunOfFiveInteractions() throws IOException {
        reports = new VerificationReports(new Workspace(root));
        target = root.resolve("inventory/target");
        Files.createDirectories(target.resolve("failsafe-reports"));
        ran("tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
    }

    @Test
    void countsWhatIsKept() {
        var verified = reports.read(INVENTORY);
        assertThat(verified.kept()).isEqualTo(5);
        assertThat(verified.isGreen()).isTrue();
        assertThat(reports.gaps(INVENTORY)).isEmpty();
    }

    @Test
    void tellsWhatIsBrokenFromWhatIsPending() throws IOException {
        ran("tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"2\"");
        Files.writeString(
                target.resolve("broken-contracts.txt"),
                "BROKEN   one\n\n  more\n\nPENDING  two\n  more\nBROKEN   three\n");
        var verified = reports.read(INVENTORY);
        assertThat(verified.broken()).containsExactly("BROKEN   one\n\n  more", "BROKEN   three");
        assertThat(verified.pending()).containsExactly("PENDING  two\n  more");
        assertThat(verified.kept()).isEqualTo(2);
        assertThat(verified.isGreen()).isFalse();
        assertThat(reports.gaps(INVENTORY)).isEmpty();
    }

    @Test
    void aRunWithoutAReportVerifiedNothing() {
        reports.forget(INVENTORY);
        assertThat(reports.gaps(INVENTORY))
                .containsExactly("inventory verified nothing: no test of its ContractVerificationIT ran");
    }

    @Test
    void aRunInWhichEverythingWasSkippedVerifiedNothing() throws IOException {
        ran("tests=\"5\" errors=\"0\" skipped=\"5\" failures=\"0\"");
        assertThat(reports.read(INVENTORY).kept()).isZero();
        assertThat(reports.gaps(INVENTORY)).hasSize(1);
    }

    @Test
    void aFailureWithoutAMessageIsNotPassedOver() throws IOException {
        ran("tests=\"5\" errors=\"1\" skipped=\"0\" failures=\"1\"");
        Files.writeString(target.resolve("broken-contracts.txt"), "BROKEN   one\n");
        assertThat(reports.gaps(INVENTORY))
                .containsExactly("2 tests of inventory failed, of which 1 named an interaction");
    }

    @Test
    void anEarlierRunIsForgotten() throws IOException {
        Files.writeString(target.resolve("broken-contracts.txt"), "BROKEN   one\n");
        reports.forget(INVENTORY);
        assertThat(reports.read(INVENTORY)).isEqualTo(new Verified(0, List.of(), List.of()));
    }

    private void ran(String counts) throws IOException {
        Files.writeString(
                target.resolve("failsafe-reports/TEST-a.b.ContractVerificationIT.xml"),
                "<?xml version=\"1.0\"?>\n<testsuite name=\"a.b\" time=\"3\" %s>".formatted(counts));
    }
}
