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
        Files.writeString(
                target.resolve("failsafe-reports/TEST-a.b.ContractVerificationIT.xml"),
                "<?xml version=\"1.0\"?>\n<testsuite name=\"a.b\" time=\"3\" tests=\"5\" errors=\"0\">");
    }

    @Test
    void countsWhatIsKept() {
        var verified = reports.read(INVENTORY);
        assertThat(verified.kept()).isEqualTo(5);
        assertThat(verified.isGreen()).isTrue();
    }

    @Test
    void tellsWhatIsBrokenFromWhatIsPending() throws IOException {
        Files.writeString(
                target.resolve("broken-contracts.txt"),
                "BROKEN   one\n\n  more\n\nPENDING  two\n  more\nBROKEN   three\n");
        var verified = reports.read(INVENTORY);
        assertThat(verified.broken()).containsExactly("BROKEN   one\n\n  more", "BROKEN   three");
        assertThat(verified.pending()).containsExactly("PENDING  two\n  more");
        assertThat(verified.kept()).isEqualTo(2);
        assertThat(verified.isGreen()).isFalse();
    }

    @Test
    void anEarlierRunIsForgotten() throws IOException {
        Files.writeString(target.resolve("broken-contracts.txt"), "BROKEN   one\n");
        reports.forget(INVENTORY);
        assertThat(reports.read(INVENTORY)).isEqualTo(new Verified(0, List.of(), List.of()));
    }
}
