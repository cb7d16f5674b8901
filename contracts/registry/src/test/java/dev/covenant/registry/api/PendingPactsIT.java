package dev.covenant.registry.api;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.api.VerifyingPair.summary;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class PendingPactsIT {
    private final Registry registry;
    private final VerifyingPair pair;

    PendingPactsIT(ServerUnderTest server) {
        this.registry = Registry.of(server);
        this.pair = VerifyingPair.of(registry);
    }

    @Test
    void aContentIsPendingUntilTheProvidersBranchHasVerifiedIt() {
        pair.publishOn("main", "1", "tea");
        assertThat(pair.pendingFor("'providerVersionBranch':'main'")).isTrue();

        pair.verify("{'mainBranch':true}", "7", "main", false);
        assertThat(pair.pendingFor("'providerVersionBranch':'main'")).isTrue();

        pair.verify("{'mainBranch':true}", "7", "main", true);
        pair.verify("{'mainBranch':true}", "7", "main", false);
        assertThat(pair.pendingFor("'providerVersionBranch':'main'")).isFalse();
        assertThat(pair.pendingFor("'providerVersionBranch':'new'")).isFalse();
        assertThat(pair.pendingFor("")).isFalse();
    }

    @Test
    void aBranchThatBeganBeforeAnotherVerifiedIsStillPending() {
        pair.publishOn("main", "1", "tea");
        registry.put("pacticipants/%s/branches/old/versions/6", pair.provider());
        pair.verify("{'mainBranch':true}", "7", "main", true);

        assertThat(pair.pendingFor("'providerVersionBranch':'old'")).isTrue();
    }

    @Test
    void buildsWithTagsArePendingForEachTag() {
        pair.publishOn("main", "1", "tea");
        registry.put("pacticipants/%s/versions/6/tags/old", pair.provider());
        registry.put("pacticipants/%s/versions/7/tags/dev", pair.provider());
        registry.verify(pair.consumer(), "1", pair.provider(), "7", true);

        assertThat(pair.pendingFor("'providerVersionTags':['dev']")).isFalse();
        assertThat(pair.pendingFor("'providerVersionTags':['dev','old']")).isTrue();
    }

    @Test
    void pendingIsNotToldToThoseWhoDoNotAsk() {
        pair.publishOn("main", "1", "tea");

        var answer = pair.ask("", "'includePendingStatus':false");

        assertThat(answer.at("/0/verificationProperties").has("pending")).isFalse();
        assertThat(answer.at("/0/verificationProperties/notices").size()).isEqualTo(1);
    }

    @Test
    void headsThatTheBranchHasNotVerifiedAreWorkInProgress() {
        pair.publishOn("main", "1", "tea");
        pair.publishOn("feat/x", "2", "milk");
        var build = "'providerVersionBranch':'main','includeWipPactsSince':'2020-01-01'";

        var answer = pair.ask("{'mainBranch':true}", build);
        assertThat(summary(answer)).isEqualTo("1: latest from main branch; 2: latest from branch feat/x");
        assertThat(answer.at("/0/verificationProperties").has("wip")).isFalse();
        assertThat(answer.at("/1/verificationProperties/wip").booleanValue()).isTrue();
        assertThat(answer.at("/1/verificationProperties/pending").booleanValue())
                .isTrue();

        // Its success as work in progress does not end the progress: what counts is what is selected.
        registry.put("pacticipants/%s/branches/main/versions/7", pair.provider());
        pair.tell(answer.get(1), "7", true);
        assertThat(summary(pair.ask("{'mainBranch':true}", build))).contains("feat/x");
        pair.verify("{'branch':'feat/x'}", "8", "main", true);
        assertThat(summary(pair.ask("{'mainBranch':true}", build))).doesNotContain("feat/x");
    }

    @Test
    void workInProgressNeedsABranchAndADateBeforeIt() {
        pair.publishOn("feat/x", "2", "milk");
        registry.put("pacticipants/%s/branches/main/versions/1", pair.consumer());

        assertThat(summary(pair.ask("{'mainBranch':true}", "'includeWipPactsSince':'2020-01-01'")))
                .isEmpty();
        assertThat(summary(pair.ask(
                        "{'mainBranch':true}",
                        "'providerVersionBranch':'main','includeWipPactsSince':'2999-01-01T00:00:00Z'")))
                .isEmpty();
    }
}
