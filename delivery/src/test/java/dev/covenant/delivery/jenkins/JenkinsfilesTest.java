package dev.covenant.delivery.jenkins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.delivery.pipeline.Stage;
import dev.covenant.devstack.Workspace;

import static org.assertj.core.api.Assertions.assertThat;

/** The text of the pipelines, as far as text can tell: no Jenkins can be had here to run them. */
class JenkinsfilesTest {
    private static final Path ROOT = Workspace.find().root();
    private static final Pattern SHELL = Pattern.compile("\\bsh '([^']*)'");
    private static final Pattern SHIPPED = Pattern.compile("ship \"\\$SERVICE\" --stage ([a-z-]+)");
    private static final Pattern CREDENTIALS = Pattern.compile("credentials\\('([^']+)'\\)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jenkinsfile",
                "delivery/jenkins/rollback.Jenkinsfile",
                "delivery/jenkins/verify-contract.Jenkinsfile"
            })
    void jenkinsOnlyCallsWhatAPersonCanCall(String file) throws IOException {
        var pipeline = read(file);
        var commands = matches(SHELL, pipeline).map(match -> match.group(1)).toList();
        assertThat(commands)
                .isNotEmpty()
                .allMatch(command -> command.startsWith("./covenant ") || command.startsWith("git "));
        assertThat(pipeline).startsWith("//").doesNotContain("script {").contains("timeout(");
        assertThat(pipeline.chars().filter(letter -> letter == '{').count())
                .isEqualTo(pipeline.chars().filter(letter -> letter == '}').count());
    }

    @Test
    void theStagesAreThoseOfTheCommandInTheirOrder() throws IOException {
        assertThat(matches(SHIPPED, read("Jenkinsfile")).map(match -> match.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(Stage.values()).map(Stage::toString).toList());
    }

    @Test
    void onlyMainIsDeployed() throws IOException {
        for (var stage : List.of("Staging", "Production")) {
            assertThat(read("Jenkinsfile"))
                    .containsPattern("stage\\('" + stage + "'\\) \\{\\s+when \\{ branch 'main' }");
        }
    }

    @Test
    void whatShellsGetFromOutsideIsQuoted() throws IOException {
        for (var file : List.of(
                "Jenkinsfile",
                "delivery/jenkins/rollback.Jenkinsfile",
                "delivery/jenkins/verify-contract.Jenkinsfile")) {
            assertThat(matches(SHELL, read(file)).map(match -> match.group(1).replaceAll("\"\\$\\w+\"", "")))
                    .allMatch(command -> !command.contains("$"));
        }
    }

    @Test
    void everyCredentialIsConfigured() throws IOException {
        var configuration = read("delivery/jenkins/jenkins.yaml");
        assertThat(matches(CREDENTIALS, read("Jenkinsfile")).map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(id -> configuration.contains("id: " + id));
        assertThat(configuration).doesNotContainPattern("secret: \"?(?!\"?\\$\\{)");
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
