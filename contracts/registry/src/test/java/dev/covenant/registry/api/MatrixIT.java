package dev.covenant.registry.api;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.api.DeployingPair.q;
import static dev.covenant.registry.api.DeployingPair.verdict;
import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class MatrixIT {
    private final Registry registry;
    private final DeployingPair pair;

    MatrixIT(ServerUnderTest server) {
        this.registry = Registry.of(server);
        this.pair = DeployingPair.of(registry);
    }

    @Test
    void versionsAreAlsoComparedByTagAndMainBranch() {
        pair.publish("1", "tea");
        registry.verify(pair.consumer(), "1", pair.provider(), "6", false);
        registry.verify(pair.consumer(), "1", pair.provider(), "7", true);
        registry.put("pacticipants/%s/versions/7/tags/prod", pair.provider());
        registry.put("pacticipants/%s/branches/main/versions/6", pair.provider());

        assertThat(verdict(pair.matrix(q(pair.consumer(), "version=1") + "&tag=prod&latestby=cvp&latest=true")))
                .startsWith("true");
        assertThat(pair.canIDeploy("to=prod", pair.consumer(), "1")).startsWith("true");
        assertThat(verdict(pair.matrix(q(pair.consumer(), "version=1") + "&latestby=cvp&latest=true&mainBranch=true")))
                .startsWith("false 0/1/0");
        assertThat(verdict(pair.matrix(q(pair.consumer(), "version=1") + "&latestby=cvp&latest=true")))
                .startsWith("true 1/0/0 WARN: No environment");
    }

    @Test
    void twoVersionsAreComparedWithoutOthers() {
        pair.publish("1", "tea");
        registry.publish(
                pair.consumer(), "1", pair.provider() + " 2", pact(pair.consumer(), pair.provider() + " 2", "tea"));
        registry.verify(pair.consumer(), "1", pair.provider(), "7", true);

        assertThat(verdict(pair.matrix(
                        q(pair.consumer(), "version=1") + "&" + q(pair.provider(), "version=7") + "&latestby=cvpv")))
                .startsWith("true 1/0/0");
        assertThat(verdict(pair.matrix(
                        q(pair.consumer(), "version=1") + "&" + q(pair.provider(), "latest=true") + "&latestby=cvpv")))
                .startsWith("true 1/0/0");
        assertThat(verdict(pair.matrix(
                        q(pair.consumer(), "latest=true") + "&" + q(pair.provider(), "version=7") + "&latestby=cvpv")))
                .startsWith("true 1/0/0 WARN: It is recommended to specify the version number");
        assertThat(verdict(pair.matrix(q(pair.consumer(), "version=1") + "&latestby=cvpv")))
                .startsWith("null 1/0/1");
    }

    /** Clients name a branch or a tag without {@code latest} and mean what it stands for now. */
    @ParameterizedTest
    @ValueSource(strings = {"version=2", "latest=true", "branch=main", "mainBranch=true", "tag=t"})
    void ofABranchOrTagTheNewestVersionNeedsAResult(String provider) {
        pair.publish("1", "tea");
        registry.deploy(pair.consumer(), "1", pair.environment(), null);
        for (var version : List.of("1", "2")) {
            registry.put("pacticipants/%s/branches/main/versions/%s", pair.provider(), version);
            registry.put("pacticipants/%s/versions/%s/tags/t", pair.provider(), version);
        }
        registry.verify(pair.consumer(), "1", pair.provider(), "1", true);
        var toEnvironment = q(pair.provider(), provider) + "&latestby=cvpv&environment="
                + pair.environment().name();
        var beside = q(pair.consumer(), "version=1") + "&" + q(pair.provider(), provider) + "&latestby=cvpv";

        assertThat(verdict(pair.matrix(toEnvironment))).startsWith("null");
        assertThat(verdict(pair.matrix(beside))).startsWith("null");

        registry.verify(pair.consumer(), "1", pair.provider(), "2", true);
        assertThat(verdict(pair.matrix(toEnvironment))).startsWith("true");
        assertThat(verdict(pair.matrix(beside))).startsWith("true");
    }

    /** A version that comes to a branch later than one made after it is what the branch stands for. */
    @Test
    void ofABranchTheHeadIsTheNewest() {
        pair.publish("1", "tea");
        registry.put("pacticipants/%s/versions/1", pair.provider());
        registry.put("pacticipants/%s/branches/main/versions/2", pair.provider());
        registry.put("pacticipants/%s/branches/main/versions/1", pair.provider());
        var query = q(pair.consumer(), "version=1") + "&" + q(pair.provider(), "branch=main") + "&latestby=cvpv";

        registry.verify(pair.consumer(), "1", pair.provider(), "2", true);
        assertThat(verdict(pair.matrix(query))).startsWith("null 1/0/1").contains("from branch main (1)");

        registry.verify(pair.consumer(), "1", pair.provider(), "1", true);
        assertThat(verdict(pair.matrix(query))).startsWith("true 2/0/0");
    }

    @Test
    void whatIsIgnoredIsShownAndDoesNotCount() {
        pair.publish("1", "tea");
        registry.deploy(pair.consumer(), "1", pair.environment(), null);
        registry.verify(pair.consumer(), "1", pair.provider(), "7", false);
        var query = pair.toEnvironmentQuery(pair.provider(), "7", "cvp");

        var all = pair.matrix(query + "&" + Registry.at("ignore[][pacticipant]=%s", pair.consumer()));
        assertThat(verdict(all)).isEqualTo("true 0/0/0 There are no missing dependencies");
        assertThat(all.json().at("/summary/ignored").intValue()).isEqualTo(1);
        assertThat(all.json().at("/matrix/0/ignored").booleanValue()).isTrue();
        assertThat(verdict(pair.matrix(
                        query + "&" + Registry.at("ignore[][pacticipant]=%s&ignore[][version]=1", pair.consumer()))))
                .startsWith("true");
        assertThat(verdict(pair.matrix(
                        query + "&" + Registry.at("ignore[][pacticipant]=%s&ignore[][version]=2", pair.consumer()))))
                .startsWith("false 0/1/0 WARN: Cannot ignore version 2 of ");
        assertThat(pair.canIDeploy(
                        Registry.at(
                                "environment=%s&ignore[]=%s", pair.environment().name(), pair.consumer()),
                        pair.provider(),
                        "7"))
                .startsWith("true");
    }

    @Test
    void aVersionWithoutAResultCanBeIgnoredToo() {
        pair.publish("1", "tea");
        registry.put("pacticipants/%s/versions/7", pair.provider());

        var answer = pair.matrix(q(pair.consumer(), "version=1") + "&" + q(pair.provider(), "version=7") + "&"
                + Registry.at("ignore[][pacticipant]=%s&ignore[][version]=7", pair.provider()));

        assertThat(verdict(answer)).startsWith("true 0/0/0");
        assertThat(answer.json().at("/summary/ignored").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version=99", "tag=none", "environment=ENVIRONMENT"})
    void whatIsNotThereCannotBeIgnored(String field) {
        pair.publish("1", "tea");
        var selector = field.replace("ENVIRONMENT", pair.environment().name());
        var ignored = q(pair.provider(), selector).replace("q[]", "ignore[]");

        assertThat(verdict(pair.matrix(q(pair.consumer(), "version=1") + "&environment="
                        + pair.environment().name() + "&" + ignored)))
                .startsWith("null 0/0/1 WARN: Cannot ignore");
        assertThat(verdict(pair.matrix(
                        q(pair.consumer(), "version=1") + "&" + q(pair.provider(), selector) + "&" + ignored)))
                .startsWith("false 0/0/1 WARN: Cannot ignore");
    }

    @Test
    void aFilterChangesWhatIsListedAndNotTheVerdict() {
        pair.publish("1", "tea");
        pair.publish("2", "milk");
        registry.verify(pair.consumer(), "1", pair.provider(), "7", true);
        registry.verify(pair.consumer(), "2", pair.provider(), "7", false);

        var answer =
                pair.matrix(q(pair.consumer(), "") + "&" + q(pair.provider(), "") + "&latestby=cvpv&success[]=true");

        assertThat(answer.json().get("matrix").size()).isEqualTo(1);
        assertThat(answer.text("/matrix/0/consumer/version/number")).isEqualTo("1");
        assertThat(verdict(answer)).startsWith("false 1/1/0");
    }

    @Test
    void aDeletedContractIsNeitherARowNorARequirement() {
        pair.publish("1", "tea");
        assertThat(pair.toEnvironment(pair.consumer(), "1")).startsWith("null");

        registry.delete("pacts/provider/%s/consumer/%s/version/1", pair.provider(), pair.consumer());

        assertThat(pair.toEnvironment(pair.consumer(), "1")).startsWith("true 0/0/0");
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
                "q[][pacticipant]=X&environment[]=production|environment must be given as one text",
                "q[][pacticipant]=X&environment[name]=production|environment must be given as one text",
                "q[][pacticipant]=X&latest[]=true&tag[]=a|tag must be given as one text",
                "q[][pacticipant]=X&ignore[][version]=1|Please specify the pacticipant name to ignore",
                "q[][pacticipant]=X&limit=0|limit must be a number, at least 1",
                "q=x&q[]=y|The query cannot be read."
            })
    void whatIsNoQuestionSaysWhatIsWrong(String query, String error) {
        registry.put("pacticipants/X");

        var refused = pair.matrix(query);

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
}
