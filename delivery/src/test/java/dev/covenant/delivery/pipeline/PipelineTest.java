package dev.covenant.delivery.pipeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/** With commands that write down that they were called. */
class PipelineTest {
    private static final String VERSION = "c0ffee00c0ffee00";

    @TempDir
    private Path root;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void commands() throws IOException {
        for (var command : List.of("covenant", "mvnw")) {
            var file = root.resolve(command);
            Files.writeString(
                    file,
                    "#!/bin/sh\necho \"$(basename $0) $*\" >> called\necho Warning\ncase \"$*\" in *staging* | *-pl\\ inventory*) exit 1;; esac\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
        Files.createDirectories(root.resolve("contracts/pacts"));
        Files.writeString(root.resolve("contracts/pacts/orders-payments.json"), "{}");
    }

    @Test
    void aConsumerPublishesAndAProviderVerifies() throws IOException {
        pipeline(Part.ORDERS, Budget.USUAL).run(List.of(Stage.CONTRACTS));
        pipeline(Part.PAYMENTS, Budget.USUAL).run(List.of(Stage.CONTRACTS));
        pipeline(Part.INVENTORY, Budget.USUAL).run(List.of(Stage.CONTRACTS));
        assertThat(called()).containsExactly("covenant contracts publish orders", "covenant contracts verify payments");
    }

    @Test
    void whatFailsEndsIt() throws IOException {
        assertThatThrownBy(() -> pipeline(Part.PAYMENTS, Budget.USUAL)
                        .run(List.of(Stage.PACKAGE, Stage.STAGING, Stage.PRODUCTION)))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("payments failed at staging");
        assertThat(called())
                .containsExactly(
                        "covenant build payments", "covenant deploy payments --version " + VERSION + " --to staging");
    }

    @Test
    void theSchemaIsTriedBeforeThePackageIsBuilt() throws IOException {
        pipeline(Part.PAYMENTS, Budget.USUAL).run(List.of(Stage.values()).subList(3, 5));
        assertThat(called()).containsExactly("covenant schema-gate payments", "covenant build payments");
    }

    @Test
    void whatTestsWarnOfIsShownWhenTheyFail() {
        pipeline(Part.PAYMENTS, Budget.USUAL).run(List.of(Stage.UNIT_TESTS));
        assertThat(times().log(Stage.UNIT_TESTS)).hasContent("Warning");
        assertThatThrownBy(() -> pipeline(Part.INVENTORY, Budget.USUAL).run(List.of(Stage.UNIT_TESTS)))
                .isInstanceOf(DevstackException.class)
                .hasMessageStartingWith("inventory failed at unit-tests: ./mvnw")
                .hasMessageContaining("| Warning");
    }

    @Test
    void unitTestsAreThoseOfWhatTheServiceIsMadeOf() throws IOException {
        pipeline(Part.PAYMENTS, Budget.USUAL).run(List.of(Stage.UNIT_TESTS));
        assertThat(called())
                .singleElement(STRING)
                .contains("-Dtest=dev/covenant/payments/**/*Test,dev/covenant/chassis/**/*Test ");
    }

    @Test
    void aFirstReleaseIsSaidToTheSchemaGate() throws IOException {
        pipeline(Part.ORDERS, Budget.USUAL).run(List.of(Stage.SCHEMA_GATE));
        assertThat(called()).containsExactly("covenant schema-gate orders --first-release");
    }

    /** Whoever moves them has to say so there: a pattern that finds nothing fails nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"orders", "inventory", "payments", "chassis"})
    void theUnitTestsAreWhereTheirPatternLooks(String module) throws IOException {
        var sources = Workspace.find().root().resolve(module).resolve("src/test/java");
        try (var files = Files.walk(sources)) {
            var tests = files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(sources::relativize)
                    .toList();
            assertThat(tests).isNotEmpty().allMatch(test -> test.startsWith(Path.of("dev/covenant", module)));
        }
    }

    /** Also when each stage is a command of its own. */
    @Test
    void timeRunsOnFromStageToStage() {
        times().add(Stage.UNIT_TESTS, Duration.ofSeconds(100));
        times().add(Stage.CONTRACTS, Duration.ofSeconds(79));
        pipeline(Part.PAYMENTS, Budget.USUAL).run(List.of(Stage.PACKAGE));
        assertThat(said.toString()).contains("= package").contains("179.").contains("of 600 s");
        times().add(Stage.UNIT_TESTS, Duration.ofSeconds(181));
        assertThatThrownBy(() -> pipeline(Part.PAYMENTS, Budget.USUAL).run(List.of(Stage.CONTRACTS)))
                .isInstanceOf(DevstackException.class)
                .hasMessageStartingWith("Over budget: payments took 181 s up to contracts, and 180 s are allowed.");
    }

    private Pipeline pipeline(Part service, Budget budget) {
        return new Pipeline(
                root,
                new Shipment(service, VERSION, service == Part.ORDERS),
                times(),
                budget,
                new PrintWriter(said, true));
    }

    private Timesheet times() {
        return new Timesheet(root.resolve("times"));
    }

    private List<String> called() throws IOException {
        return Files.readAllLines(root.resolve("called"));
    }
}
