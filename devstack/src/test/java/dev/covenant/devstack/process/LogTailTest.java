package dev.covenant.devstack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogTailTest {
    @TempDir
    private Path directory;

    @Test
    void fitsOneScreen() throws Exception {
        var lines = IntStream.range(0, 500)
                .mapToObj(number -> number + "x".repeat(1_000))
                .collect(Collectors.joining("\n"));

        var tail = LogTail.of(Files.writeString(directory.resolve("orders.log"), lines));

        assertThat(tail.lines()).hasSize(21).allMatch(line -> line.length() < 240);
        assertThat(tail).contains("orders.log").contains("499x").doesNotContain("479x");
    }

    @Test
    void showsWhatWentWrongAndNotWhere() throws Exception {
        var log = Files.writeString(directory.resolve("orders.log"), """
                E CWWKZ0002E: An exception occurred while starting the application orders.
                java.lang.IllegalStateException: no schema

                \tat dev.covenant.orders.Start.run(Start.java:12)
                \t\tat [internal classes]
                \t... 12 more
                Caused by: java.sql.SQLException: nobody there
                """);

        assertThat(LogTail.of(log)).contains("no schema", "nobody there").doesNotContain("Start.java", "12 more");
    }

    @Test
    void leavesOutWhatMavenSaysOfEveryFailure() throws Exception {
        var log = Files.writeString(directory.resolve("payments.log"), """
                [ERROR]   LedgerTest.balances:31 expected: 0L but was: 1L
                [ERROR] Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin:3.5.4:test on project payments: There are test failures.
                [ERROR]\s
                [ERROR] See /there/target/surefire-reports for the individual test results.
                [ERROR] -> [Help 1]
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                [ERROR] For more information about the errors and possible solutions, please read the following articles:
                [ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException
                [ERROR] After correcting the problems, you can resume the build with the command
                [ERROR]   mvn <args> -rf :payments
                """);

        assertThat(LogTail.of(log).lines()).hasSize(3).last().asString().contains("There are test failures");
    }

    @Test
    void saysWhenThereIsNone() {
        assertThat(LogTail.of(directory.resolve("orders.log"))).startsWith("No log at ");
    }
}
