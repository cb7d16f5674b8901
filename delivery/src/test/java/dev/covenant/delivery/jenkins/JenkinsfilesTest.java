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
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import dev.covenant.delivery.pipeline.Stage;
import dev.covenant.devstack.Workspace;

import static org.assertj.core.api.Assertions.assertThat;

/** The text of the pipelines, as far as text can tell: no Jenkins can be had here to run them. */
class JenkinsfilesTest {
    private static final List<String> PIPELINES = List.of(
            "Jenkinsfile",
            "delivery/jenkins/rollback.Jenkinsfile",
            "delivery/jenkins/verify-contract.Jenkinsfile",
            "delivery/jenkins/whole.Jenkinsfile");

    private static final Path ROOT = Workspace.find().root();
    private static final Pattern SHELL = Pattern.compile("\\bsh '([^']*)'");
    private static final Pattern SHIPPED = Pattern.compile("ship \"\\$SERVICE\" --stage ([a-z-]+)");
    private static final Pattern TRIGGERED = Pattern.compile("key\\('(\\w+)'\\); value\\('\\$\\.(\\w+)'\\)");
    private static final Pattern CREDENTIALS = Pattern.compile("credentials\\('([^']+)'\\)");

    @ParameterizedTest
    @FieldSource("PIPELINES")
    void jenkinsOnlyCallsWhatAPersonCanCall(String file) throws IOException {
        var pipeline = read(file);
        var commands = matches(SHELL, pipeline).map(match -> match.group(1)).toList();
        assertThat(commands)
                .isNotEmpty()
                .allMatch(command -> command.startsWith("./covenant ") || command.startsWith("git "));
        assertThat(pipeline).startsWith("//").doesNotContain("script {").contains("timeout(");
    }

    /** As Groovy's own parser reads it, against what Jenkins' declarative syntax knows. */
    @ParameterizedTest
    @FieldSource("PIPELINES")
    void isADeclarativePipeline(String file) throws IOException {
        var read = Block.read(file, read(file));
        assertThat(names(read)).containsExactly("pipeline");
        var pipeline = read.getFirst();
        assertThat(names(pipeline.inside()))
                .contains("agent", "stages")
                .doesNotHaveDuplicates()
                .isSubsetOf("agent", "parameters", "options", "environment", "stages", "post");
        assertThat(pipeline.flat().filter(block -> block.name().equals("stages")))
                .allSatisfy(stages ->
                        assertThat(names(stages.inside())).isNotEmpty().containsOnly("stage"));
        assertThat(pipeline.flat().filter(block -> block.name().equals("stage")))
                .allSatisfy(stage -> {
                    assertThat(stage.argument()).isNotEmpty();
                    assertThat(stage.has("steps")).isNotEqualTo(stage.has("stages"));
                    assertThat(names(stage.inside())).isSubsetOf("when", "steps", "stages");
                });
        assertThat(pipeline.flat().filter(block -> block.name().equals("steps")))
                .allSatisfy(steps -> assertThat(names(steps.inside())).containsExactly("sh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "others"})
    void jobDefinitionsAreGroovy(String name) throws IOException {
        var file = "delivery/jenkins/jobs/%s.groovy".formatted(name);
        assertThat(Block.read(file, read(file))).isNotEmpty();
    }

    /** What the webhook says and the job's trigger takes is what the pipeline asks for. */
    @Test
    void theWebhooksJobVerifiesThatContractAlone() throws IOException {
        var pipeline = read("delivery/jenkins/verify-contract.Jenkinsfile");
        var jobs = read("delivery/jenkins/jobs/others.groovy");
        var webhook = read("docs/delivery.md");
        assertThat(matches(SHELL, pipeline).map(match -> match.group(1)))
                .contains("./covenant contracts verify \"$PROVIDER\" --pact \"$PACT_URL\"");
        assertThat(matches(TRIGGERED, jobs)).hasSize(4).allSatisfy(variable -> {
            assertThat(pipeline).contains("string(name: '%s'".formatted(variable.group(1)));
            assertThat(webhook).contains("\"%s\": \"${pactbroker.".formatted(variable.group(2)));
        });
    }

    @Test
    void theStagesAreThoseOfTheCommandInTheirOrder() throws IOException {
        assertThat(matches(SHIPPED, read("Jenkinsfile")).map(match -> match.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(Stage.values()).map(Stage::toString).toList());
    }

    /** What belongs to no service is in no service's pipeline. */
    @Test
    void everythingIsTestedOnMain() throws IOException {
        assertThat(read("delivery/jenkins/jobs/others.groovy"))
                .contains("fromRepository(pipelineJob('covenant-whole')", "'delivery/jenkins/whole.Jenkinsfile'");
        assertThat(read("delivery/jenkins/whole.Jenkinsfile")).contains("sh './covenant test'");
    }

    /** Contracts are published of a clean tree only. */
    @Test
    void whatAPipelineWritesIsIgnoredByGit() throws IOException {
        var written = Pattern.compile("> (\\S+)'");
        assertThat(matches(written, read("Jenkinsfile")).map(match -> "/" + match.group(1)))
                .isNotEmpty()
                .allMatch(read(".gitignore").lines().toList()::contains);
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
        for (var file : PIPELINES) {
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

    /** Each job has a workspace of its own; what deployments share lies where the one agent says. */
    @Test
    void allDeploymentsFindEachOtherOnOneAgent() throws IOException {
        var nodes = configuration().at("/jenkins/nodes");
        assertThat(nodes).hasSize(1);
        var agent = nodes.path(0).path("permanent");
        assertThat(agent.path("labelString").asString()).isEqualTo("covenant");
        assertThat(agent.at("/nodeProperties/0/envVars/env/0/key").asString()).isEqualTo("COVENANT_HOME");
        assertThat(agent.at("/nodeProperties/0/envVars/env/0/value").asString()).isNotEmpty();
        for (var file : List.of("Jenkinsfile", "delivery/jenkins/rollback.Jenkinsfile")) {
            assertThat(read(file)).contains("agent { label 'covenant' }").doesNotContain("COVENANT_HOME");
        }
    }

    @Test
    void nobodyStartsAnythingUnnamed() throws IOException {
        var jenkins = configuration().path("jenkins");
        assertThat(jenkins.at("/securityRealm/local/allowsSignup").asBoolean(true))
                .isFalse();
        assertThat(jenkins.at("/securityRealm/local/users/0/password").asString())
                .startsWith("${");
        assertThat(jenkins.at("/authorizationStrategy/loggedInUsersCanDoAnything/allowAnonymousRead")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void jobDefinitionsAreReadFromTheCheckout() throws IOException {
        var files = configuration()
                .path("jobs")
                .valueStream()
                .map(job -> job.path("file").asString())
                .toList();
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            assertThat(file).startsWith("${COVENANT_CHECKOUT}/");
            assertThat(ROOT.resolve(file.substring(file.indexOf('/') + 1))).isRegularFile();
        });
    }

    /** Without them there is no release to try a schema with, and every build fails. */
    @Test
    void tagsAreFetchedWithTheirHistory() throws IOException {
        assertThat(read("delivery/jenkins/jobs/services.groovy"))
                .containsPattern("cloneOptionTrait \\{\\s+extension \\{\\s+noTags\\(false\\)\\s+shallow\\(false\\)");
    }

    /** Parameters are not there when a job is started for the first time; the environment is. */
    @Test
    void whatAWebhookSaysIsTakenFromTheEnvironmentAndCleaned() throws IOException {
        assertThat(read("delivery/jenkins/verify-contract.Jenkinsfile")).doesNotContain("params.");
        assertThat(read("delivery/jenkins/jobs/others.groovy")
                        .lines()
                        .filter(line -> line.contains("genericVariable {")))
                .hasSize(4)
                .allMatch(line -> line.contains("regexpFilter('[^"));
    }

    private static JsonNode configuration() throws IOException {
        return YAMLMapper.shared().readTree(read("delivery/jenkins/jenkins.yaml"));
    }

    private static List<String> names(List<Block> blocks) {
        return blocks.stream().map(Block::name).toList();
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
