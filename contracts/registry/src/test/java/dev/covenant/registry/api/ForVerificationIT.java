package dev.covenant.registry.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.api.VerifyingPair.notice;
import static dev.covenant.registry.api.VerifyingPair.summary;
import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class ForVerificationIT {
    private final Registry registry;
    private final ServerUnderTest server;
    private final VerifyingPair pair;

    ForVerificationIT(ServerUnderTest server) {
        this.server = server;
        this.registry = Registry.of(server);
        this.pair = VerifyingPair.of(registry);
    }

    @Test
    void theHeadOfABranchIsWhatCounts() {
        pair.publishOn("main", "1", "tea");
        pair.publishOn("main", "2", "milk");
        pair.publishOn("feat/x", "3", "wine");

        assertThat(pair.selected("{'mainBranch':true}")).isEqualTo("2: latest from main branch");
        assertThat(pair.selected("{'branch':'feat/x'}")).isEqualTo("3: latest from branch feat/x");
        assertThat(pair.selected("{'branch':true}"))
                .isEqualTo("2: latest from branch main; 3: latest from branch feat/x");
        assertThat(pair.selected("{'latest':true}")).isEqualTo("3: latest");
    }

    @Test
    void aHeadWithoutContractMeansThatTheIntegrationWasDropped() {
        pair.publishOn("main", "1", "tea");
        registry.put("pacticipants/%s/branches/main/versions/2", pair.consumer());

        assertThat(pair.selected("{'mainBranch':true}")).isEmpty();
        assertThat(pair.selected("")).isEmpty();
    }

    @Test
    void tagsMeanTheLatestOrAllOfThem() {
        pair.publishTagged("1", "tea", "prod");
        pair.publishTagged("2", "milk", "prod");

        assertThat(pair.selected("{'tag':'prod','latest':true}")).isEqualTo("2: latest with tag prod");
        assertThat(pair.selected("{'tag':'prod'}")).isEqualTo("1: one of prod; 2: one of prod");
    }

    @Test
    void fallbacksCountForConsumersWithoutTheBranchOrTag() {
        pair.publishOn("main", "1", "tea");
        pair.publishTagged("2", "milk", "prod");

        assertThat(pair.selected("{'branch':'feat/x','fallbackBranch':'main'}"))
                .isEqualTo("1: latest from branch main");
        assertThat(pair.selected("{'branch':'main','fallbackBranch':'prod'}")).isEqualTo("1: latest from branch main");
        assertThat(pair.selected("{'branch':'feat/x','fallbackToMainBranch':true}"))
                .isEqualTo("1: latest from main branch");
        assertThat(pair.selected("{'tag':'new','latest':true,'fallbackTag':'prod'}"))
                .isEqualTo("2: latest with tag prod");
        assertThat(pair.selected("{'tag':'new','latest':true,'fallbackTag':'none'}"))
                .isEmpty();
    }

    @Test
    void matchingBranchIsTheProvidersOwn() {
        pair.publishOn("feat/x", "1", "tea");

        assertThat(pair.selected("{'matchingBranch':true}", "'providerVersionBranch':'feat/x'"))
                .isEqualTo("1: latest from branch feat/x");
        assertThat(pair.selected("{'matchingBranch':true}", "'providerVersionBranch':'feat/y'"))
                .isEmpty();
    }

    @Test
    void oneConsumerMayBeNamed() {
        pair.publishOn("main", "1", "tea");
        var other = Registry.newName("Other");
        registry.publish(other, "9", pair.provider(), pact(other, pair.provider(), "tea"));

        assertThat(pair.selected("{'latest':true}")).isEqualTo("1: latest; 9: latest");
        assertThat(pair.selected("{'latest':true,'consumer':'%s'}".formatted(pair.consumer())))
                .isEqualTo("1: latest");
    }

    @Test
    void withoutSelectorsItIsTheMainBranchOrTheLatest() {
        pair.publishTagged("1", "tea");
        assertThat(pair.selected("")).isEqualTo("1: latest");

        pair.publishOn("main", "2", "milk");
        pair.publishOn("feat/x", "3", "wine");
        assertThat(pair.selected("")).isEqualTo("2: latest from main branch");
    }

    @Test
    void oneContentIsVerifiedOnceForAllReasons() {
        pair.publishOn("main", "1", "tea");
        pair.publishOn("feat/x", "2", "tea");

        var answer = pair.ask("{'mainBranch':true},{'branch':'feat/x'}", "");

        assertThat(summary(answer)).isEqualTo("2: latest from main branch, latest from branch feat/x");
        assertThat(notice(answer, "before_verification"))
                .contains("the latest version from the main branch 'main' (1)")
                .contains("the latest version from branch 'feat/x' (2)");
        var served = registry.send("GET", answer.at("/0/_links/self/href").asString(), null)
                .json();
        assertThat(served.at("/_links/pb:consumer-versions").findValuesAsString("name"))
                .containsExactly("2", "1");
    }

    @Test
    void whatIsDeployedOrReleasedIsFoundByEnvironment() {
        var environment = registry.newEnvironment();
        pair.publishOn("main", "1", "tea");
        pair.publishOn("main", "2", "milk");
        pair.publishOn("main", "3", "wine");
        registry.deploy(pair.consumer(), "1", environment, null);
        registry.release(pair.consumer(), "2", environment);
        var name = environment.name();

        assertThat(pair.selected("{'deployed':true,'environment':'%s'}".formatted(name)))
                .isEqualTo("1: deployed to " + name);
        assertThat(pair.selected("{'released':true}")).isEqualTo("2: released in " + name);
        assertThat(pair.selected("{'deployedOrReleased':true}"))
                .isEqualTo("1: deployed to %s; 2: released in %s".formatted(name, name));
        assertThat(pair.selected("{'environment':'%s'}".formatted(name)))
                .isEqualTo("1: in %s; 2: in %s".formatted(name, name));
        assertThat(pair.selected(""))
                .isEqualTo("1: deployed to %s; 2: released in %s; 3: latest from main branch".formatted(name, name));
    }

    @Test
    void theOlderWayAsksByAQuery() {
        pair.publishTagged("1", "tea", "prod");
        pair.publishTagged("2", "milk", "prod");

        var answer = registry.send(
                "GET",
                Registry.at("pacts/provider/%s/for-verification", pair.provider())
                        + "?consumer_version_selectors[][tag]=prod&consumer_version_selectors[][latest]=true"
                        + "&provider_version_tags[]=dev&include_pending_status=true",
                null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(summary(answer.json().at("/_embedded/pacts"))).isEqualTo("2: latest with tag prod");
    }

    @Test
    void readersMayAskAndAnUnknownProviderIs404() {
        pair.publishOn("main", "1", "tea");
        var reader = Registry.of(server, "reader:see:it");

        assertThat(reader.send("POST", Registry.at("pacts/provider/%s/for-verification", pair.provider()), "{}")
                        .status())
                .isEqualTo(200);
        assertThat(reader.send("POST", "pacts/provider/Nobody/for-verification", "{}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|must say which versions",
                "{'latest':false}|must say which versions",
                "{'mainBranch':false}|mainBranch can only be true",
                "{'mainBranch':true,'tag':'a'}|mainBranch can only be given with consumer and latest",
                "{'mainBranch':true,'latest':false}|latest cannot be false with a branch",
                "{'matchingBranch':true}|matchingBranch needs providerVersionBranch",
                "{'matchingBranch':true,'latest':true}|matchingBranch can only be given with consumer",
                "{'tag':'a','branch':'b'}|cannot have both tag and branch",
                "{'tag':'a','deployed':true}|cannot have fields of versions and of environments in one",
                "{'deployed':true,'released':true}|can have one of deployed, released and deployedOrReleased",
                "{'tag':'a','fallbackTag':'b'}|fallbackTag needs tag, and latest true",
                "{'latest':true,'fallbackBranch':'b'}|a fallback needs a branch",
                "{'tag':1}|must be a string",
                "{'branch':' '}|can't be blank",
                "{'environment':'nowhere'}|environment with name 'nowhere' does not exist",
                "1|must be an object"
            })
    void whatIsNoSelectorNamesTheRuleAndItsPlace(String selector, String rule) {
        pair.publishOn("main", "1", "tea");

        var refused = pair.post("{'latest':true}," + selector, "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/consumerVersionSelectors/0"))
                .startsWith(rule)
                .endsWith("(at index 1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "includeWipPactsSince|'includeWipPactsSince':'yesterday'",
                "includeWipPactsSince|'includeWipPactsSince':'+300000-01-01'",
                "includeWipPactsSince|'includeWipPactsSince':'-5000-01-01'",
                "includeWipPactsSince|'includeWipPactsSince':'+999999999-12-31T00:00:00Z'",
                "providerVersionTags|'providerVersionTags':'dev'",
                "providerVersionBranch|'providerVersionBranch':1"
            })
    void whatIsNoQuestionNamesTheField(String field, String more) {
        pair.publishOn("main", "1", "tea");

        assertThat(pair.post("", more).json().at("/errors/" + field).size()).isEqualTo(1);
    }
}
