package dev.covenant.registry.api;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.Registry.TestEnvironment;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class MatrixIT {
    private final Registry registry;
    private final TestEnvironment environment;
    private final String consumer = Registry.newName("Shop");
    private final String provider = Registry.newName("Store");

    MatrixIT(ServerUnderTest server) {
        this.registry = Registry.of(server);
        this.environment = registry.newEnvironment();
    }

    @Test
    void aConsumerNeedsItsProviderAndAProviderNotItsConsumer() {
        publish("1", "tea");
        registry.verify(consumer, "1", provider, "7", true);

        assertThat(toEnvironment(provider, "7")).isEqualTo("true 0/0/0 There are no missing dependencies");
        assertThat(toEnvironment(consumer, "1"))
                .startsWith("null 0/0/1 There is no verified pact between version 1 of ")
                .endsWith("(no version is currently recorded as deployed/released in this environment)");
        registry.deploy(provider, "7", environment, null);
        assertThat(toEnvironment(consumer, "1"))
                .isEqualTo("true 1/0/0 All required verification results are published and successful");
    }

    @Test
    void theLatestResultDecides() {
        publish("1", "tea");
        registry.deploy(provider, versionVerifying("7", true), environment, null);
        registry.verify(consumer, "1", provider, "7", false);
        assertThat(toEnvironment(consumer, "1"))
                .isEqualTo(
                        "false 0/1/0 The verification for the pact between version 1 of %s and the version of %s currently in %s (7) failed"
                                .formatted(consumer, provider, environment.name()));
        registry.verify(consumer, "1", provider, "7", true);
        assertThat(toEnvironment(consumer, "1")).startsWith("true");
    }

    @Test
    void aNewVersionThatSaysTheSameIsVerifiedAtOnce() {
        publish("1", "tea");
        registry.deploy(provider, versionVerifying("7", true), environment, null);

        publish("2", "tea");
        publish("3", "tea", "milk");

        assertThat(toEnvironment(consumer, "2")).startsWith("true");
        assertThat(toEnvironment(consumer, "3")).startsWith("null");
    }

    /** The official Broker looks at the last 100 rows only, and then says yes. */
    @Test
    void theOldestOf120DeployedConsumersSaysNo() {
        IntStream.range(0, 120).forEach(number -> {
            var name = consumer + " " + number;
            registry.publish(name, "1", provider, pact(name, provider, "tea " + number));
            registry.deploy(name, "1", environment, null);
            registry.verify(name, "1", provider, "7", number > 0);
        });

        for (var latestBy : new String[] {"cvpv", "cvp", "cp"}) {
            var answer = matrix(toEnvironmentQuery(provider, "7", latestBy));
            assertThat(verdict(answer)).startsWith("false 119/1/0 The verification for the pact between");
            assertThat(answer.json().get("matrix").size()).isEqualTo(120);
        }
        var limited = matrix(toEnvironmentQuery(provider, "7", "cvp") + "&limit=1");
        assertThat(verdict(limited)).startsWith("false 119/1/0");
        assertThat(limited.json().at("/matrix/0/verificationResult/success").booleanValue())
                .isFalse();
        assertThat(limited.json().get("matrix").size()).isEqualTo(1);
        assertThat(canIDeploy("environment=" + environment.name(), provider, "7"))
                .startsWith("false 119/1/0");
    }

    /** Clients that ask for the latest provider version only ({@code latestby=cvp}) get a yes from the official Broker. */
    @ParameterizedTest
    @ValueSource(strings = {"cvpv", "cvp", "cp"})
    void eachOfTwoDeployedProviderVersionsMustKeepTheContract(String latestBy) {
        publish("1", "tea");
        registry.verify(consumer, "1", provider, "6", false);
        registry.verify(consumer, "1", provider, "7", true);
        registry.deploy(provider, "6", environment, "blue");
        registry.deploy(provider, "7", environment, "green");

        assertThat(verdict(matrix(toEnvironmentQuery(consumer, "1", latestBy)))).startsWith("false 1/1/0");
        assertThat(canIDeploy("environment=" + environment.name(), consumer, "1"))
                .startsWith("false 1/1/0");
    }

    @Test
    void ofTwoDeployedProviderVersionsTheOneWithoutAResultIsUnknown() {
        publish("1", "tea");
        registry.deploy(provider, versionVerifying("7", true), environment, "green");
        registry.put("pacticipants/%s/versions/6", provider);
        registry.deploy(provider, "6", environment, "blue");

        var answer = matrix(toEnvironmentQuery(consumer, "1", "cvp"));

        assertThat(verdict(answer))
                .startsWith(
                        "null 1/0/1 There is no verified pact between version 1 of %s and one of the versions of %s currently in %s (6)"
                                .formatted(consumer, provider, environment.name()));
        assertThat(answer.text("/matrix/1/provider/version/number")).isEqualTo("6");
        assertThat(answer.json().at("/matrix/1/verificationResult").isNull()).isTrue();
    }

    @Test
    void everyReleasedConsumerVersionCountsUntilItsSupportEnds() {
        publish("1", "tea");
        publish("2", "milk");
        registry.verify(consumer, "1", provider, "7", false);
        registry.verify(consumer, "2", provider, "7", true);
        var released = registry.release(consumer, "1", environment);
        registry.release(consumer, "2", environment);
        assertThat(toEnvironment(provider, "7")).startsWith("false 1/1/0");

        registry.send(
                "PATCH",
                released.text("/_links/self/href"),
                "{\"currentlySupported\":false}",
                "Content-Type",
                "application/merge-patch+json");

        assertThat(toEnvironment(provider, "7")).startsWith("true 1/0/0");
    }

    @Test
    void versionsAreAlsoComparedByTagAndMainBranch() {
        publish("1", "tea");
        registry.verify(consumer, "1", provider, "6", false);
        registry.verify(consumer, "1", provider, "7", true);
        registry.put("pacticipants/%s/versions/7/tags/prod", provider);
        registry.put("pacticipants/%s/branches/main/versions/6", provider);

        assertThat(verdict(matrix(q(consumer, "version=1") + "&tag=prod&latestby=cvp&latest=true")))
                .startsWith("true");
        assertThat(canIDeploy("to=prod", consumer, "1")).startsWith("true");
        assertThat(verdict(matrix(q(consumer, "version=1") + "&latestby=cvp&latest=true&mainBranch=true")))
                .startsWith("false 0/1/0");
        assertThat(verdict(matrix(q(consumer, "version=1") + "&latestby=cvp&latest=true")))
                .startsWith("true 1/0/0 WARN: No environment");
    }

    @Test
    void twoVersionsAreComparedWithoutOthers() {
        publish("1", "tea");
        registry.publish(consumer, "1", provider + " 2", pact(consumer, provider + " 2", "tea"));
        registry.verify(consumer, "1", provider, "7", true);

        assertThat(verdict(matrix(q(consumer, "version=1") + "&" + q(provider, "version=7") + "&latestby=cvpv")))
                .startsWith("true 1/0/0");
        assertThat(verdict(matrix(q(consumer, "version=1") + "&" + q(provider, "latest=true") + "&latestby=cvpv")))
                .startsWith("true 1/0/0");
        assertThat(verdict(matrix(q(consumer, "latest=true") + "&" + q(provider, "version=7") + "&latestby=cvpv")))
                .startsWith("true 1/0/0 WARN: It is recommended to specify the version number");
        assertThat(verdict(matrix(q(consumer, "version=1") + "&latestby=cvpv"))).startsWith("null 1/0/1");
    }

    @Test
    void aVersionThatDoesNotExistCannotBeDeployed() {
        publish("1", "tea");

        assertThat(toEnvironment(provider, "99"))
                .isEqualTo("false 0/0/0 No pacts or verifications have been published for version 99 of " + provider);
        assertThat(verdict(matrix(q(consumer, "branch=none") + "&latestby=cvpv")))
                .startsWith("false")
                .endsWith("No version from branch none exists for " + consumer);
    }

    @Test
    void whatIsIgnoredIsShownAndDoesNotCount() {
        publish("1", "tea");
        registry.deploy(consumer, "1", environment, null);
        registry.verify(consumer, "1", provider, "7", false);
        var query = toEnvironmentQuery(provider, "7", "cvp");

        var all = matrix(query + "&" + Registry.at("ignore[][pacticipant]=%s", consumer));
        assertThat(verdict(all)).isEqualTo("true 0/0/0 There are no missing dependencies");
        assertThat(all.json().at("/summary/ignored").intValue()).isEqualTo(1);
        assertThat(all.json().at("/matrix/0/ignored").booleanValue()).isTrue();
        assertThat(verdict(matrix(query + "&" + Registry.at("ignore[][pacticipant]=%s&ignore[][version]=1", consumer))))
                .startsWith("true");
        assertThat(verdict(matrix(query + "&" + Registry.at("ignore[][pacticipant]=%s&ignore[][version]=2", consumer))))
                .startsWith("false 0/1/0 WARN: Cannot ignore version 2 of ");
        assertThat(canIDeploy(Registry.at("environment=%s&ignore[]=%s", environment.name(), consumer), provider, "7"))
                .startsWith("true");
    }

    @Test
    void aFilterChangesWhatIsListedAndNotTheVerdict() {
        publish("1", "tea");
        publish("2", "milk");
        registry.verify(consumer, "1", provider, "7", true);
        registry.verify(consumer, "2", provider, "7", false);

        var answer = matrix(q(consumer, "") + "&" + q(provider, "") + "&latestby=cvpv&success[]=true");

        assertThat(answer.json().get("matrix").size()).isEqualTo(1);
        assertThat(answer.text("/matrix/0/consumer/version/number")).isEqualTo("1");
        assertThat(verdict(answer)).startsWith("false 1/1/0");
    }

    @Test
    void aDeletedContractIsNeitherARowNorARequirement() {
        publish("1", "tea");
        assertThat(toEnvironment(consumer, "1")).startsWith("null");

        registry.delete("pacts/provider/%s/consumer/%s/version/1", provider, consumer);

        assertThat(toEnvironment(consumer, "1")).startsWith("true 0/0/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Please provide 1 or more version selectors.",
                "q[][pacticipant]=Nobody|Pacticipant Nobody not found",
                "q[][version]=1|Please specify the pacticipant name",
                "q[][pacticipant]=X&q[][version]=1&q[][latest]=true|A version number and latest flag cannot both be specified for X",
                "q[][pacticipant]=X&q[][tag]=a&q[][branch]=b|Only one of tag, branch can be given for X",
                "q[][pacticipant]=X&environment=nowhere|Environment with name 'nowhere' does not exist",
                "q[][pacticipant]=X&tag=a&environment=nowhere|Only one of tag, environment can be given for the others",
                "q[][pacticipant]=X&latestby=x|latestby must be one of cvpv, cvp, cp",
                "q[][pacticipant]=X&ignore[][version]=1|Please specify the pacticipant name to ignore",
                "q[][pacticipant]=X&limit=0|limit must be a number, at least 1",
                "q=x&q[]=y|The query cannot be read."
            })
    void whatIsNoQuestionSaysWhatIsWrong(String query, String error) {
        registry.put("pacticipants/X");

        var refused = matrix(query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").values().stream().map(each -> each.asString()))
                .contains(error);
    }

    @Test
    void canIDeployNeedsPacticipantVersionAndPlace() {
        var refused = registry.send("GET", "can-i-deploy", null);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").propertyNames())
                .containsExactly("pacticipant", "version", "environment");
    }

    private void publish(String version, String... descriptions) {
        registry.publish(consumer, version, provider, pact(consumer, provider, descriptions), Map.of());
    }

    private String versionVerifying(String providerVersion, boolean success) {
        registry.verify(consumer, "1", provider, providerVersion, success);
        return providerVersion;
    }

    private String toEnvironment(String pacticipant, String version) {
        return verdict(matrix(toEnvironmentQuery(pacticipant, version, "cvp")));
    }

    private String toEnvironmentQuery(String pacticipant, String version, String latestBy) {
        return "%s&latestby=%s&environment=%s"
                .formatted(q(pacticipant, "version=" + version), latestBy, environment.name());
    }

    private String canIDeploy(String to, String pacticipant, String version) {
        return verdict(registry.send(
                "GET", Registry.at("can-i-deploy?pacticipant=%s&version=%s&", pacticipant, version) + to, null));
    }

    private ServiceAnswer matrix(String query) {
        return registry.send("GET", "matrix?" + query.replace("[", "%5B").replace("]", "%5D"), null);
    }

    /** @param field such as {@code version=1}; empty for none */
    private static String q(String pacticipant, String field) {
        return Registry.at("q[][pacticipant]=%s", pacticipant)
                + (field.isEmpty() ? "" : "&q[][" + field.replace("=", "]="));
    }

    /** Deployable, success/failed/unknown, reasons. */
    private static String verdict(ServiceAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var summary = answer.json().get("summary");
        return "%s %s %s"
                .formatted(
                        summary.get("deployable"),
                        Stream.of("success", "failed", "unknown")
                                .map(field -> summary.get(field).toString())
                                .collect(Collectors.joining("/")),
                        summary.get("reason").asString());
    }
}
