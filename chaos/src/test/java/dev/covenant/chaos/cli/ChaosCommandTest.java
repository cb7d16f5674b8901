package dev.covenant.chaos.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import dev.covenant.chaos.ChaosPlan;
import dev.covenant.chaos.experiment.Experiments;

import static org.assertj.core.api.Assertions.assertThat;

class ChaosCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsEveryExperimentWithHypothesisAndBound() {
        assertThat(run("--list")).isZero();
        assertThat(Experiments.all()).allSatisfy(experiment -> assertThat(out.toString())
                .contains(experiment.name(), experiment.hypothesis(), experiment.bound()));
    }

    @ParameterizedTest
    @CsvSource({
        "--minutes,0.1,from 0.5 to 600",
        "--rate,0,from 0.1 to 1000",
        "--rate,1000,more than 50000",
        "--minutes,600,more than 50000",
        "--faults,-1,must not be negative",
        "--faults,5000,Too many faults",
        "--kinds,earthquake,late-request"
    })
    void whatMakesNoSenseIsRefusedBeforeAnythingIsStarted(String option, String value, String says) {
        assertThat(run(option, value)).isEqualTo(2);
        assertThat(err.toString()).containsIgnoringCase(says);
    }

    @Test
    void plantedBugsHaveOptionsOfTheirOwn() {
        assertThat(run("--planted", "--minutes", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--planted stands alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--minutes 0.75 --rate 0.25 --kinds crash,lost-answer",
                "--seed -7 --minutes 30 --rate 4 --faults 210"
            })
    void theSameFaultsAgainAreTheSame(String options) {
        var plan = plan(options);
        assertThat(plan(plan.command().substring("./covenant chaos ".length()))).isEqualTo(plan);
    }

    private static ChaosPlan plan(String options) {
        var command = new ChaosCommand();
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options.split(" "));
        return command.plan();
    }

    private int run(String... arguments) {
        return new CommandLine(new ChaosCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
