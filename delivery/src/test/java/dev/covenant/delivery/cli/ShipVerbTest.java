package dev.covenant.delivery.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ShipVerbTest {
    /** And not when production has been deployed and took longer than nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"--verified-within=-1", "--production-within=0"})
    void aBudgetOfNothingIsRefusedBeforeAnythingIsDone(String budget) {
        var said = new StringWriter();
        var status =
                new CommandLine(new ShipVerb()).setErr(new PrintWriter(said)).execute("payments", budget);
        assertThat(status).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains("at least 1 second");
    }
}
