package dev.covenant.registry.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Interleaving;
import dev.covenant.registry.testing.Publications;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

/** One is stopped before its commit while another does something else to the same. */
@RealServer(setup = RegistryUsers.class)
class WritersAtOnceIT {
    private final Registry registry;
    private final Jdbi owner;
    private final Interleaving interleaving;
    private final DeployingPair pair;

    WritersAtOnceIT(ServerUnderTest server) {
        registry = Registry.of(server);
        owner = Jdbi.create(server.owner());
        interleaving = Interleaving.of(server.owner());
        pair = DeployingPair.of(registry);
    }

    @AfterEach
    void letAllGo() {
        interleaving.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version/1", "tag/old", "branch/old"})
    void whatIsDeletedStaysWhileAnotherVersionIsJustSayingIt(String deleted) {
        var same = pact(pair.consumer(), pair.provider(), "tea");
        registry.publish(pair.consumer(), "1", pair.provider(), same, Map.of("branch", "old", "tags", List.of("old")));
        holdPublications();

        var publishing = interleaving.start(() -> registry.publish(pair.consumer(), "2", pair.provider(), same));
        var deleting = interleaving.start(
                () -> registry.delete("pacts/provider/%s/consumer/%s/" + deleted, pair.provider(), pair.consumer()));
        interleaving.letGo();

        assertThat(publishing.join().status()).isEqualTo(200);
        assertThat(deleting.join().status()).isEqualTo(204);
        assertThat(registry.pact(pair.consumer(), "1", pair.provider()).status())
                .isEqualTo(404);
        assertThat(registry.pact(pair.consumer(), "2", pair.provider()).status())
                .isEqualTo(200);
    }

    @Test
    void noContractIsLeftWithoutItsPairWhenThatIsDeleted() {
        pair.publish("1", "tea");
        holdPublications();

        var publishing = interleaving.start(() -> registry.publish(
                pair.consumer(), "2", pair.provider(), pact(pair.consumer(), pair.provider(), "milk")));
        var deleting = interleaving.start(
                () -> registry.delete("integrations/provider/%s/consumer/%s", pair.provider(), pair.consumer()));
        interleaving.letGo();

        assertThat(publishing.join().status()).isEqualTo(200);
        assertThat(deleting.join().status()).isEqualTo(204);
        assertThat(registry.pact(pair.consumer(), "2", pair.provider()).status())
                .isEqualTo(404);
    }

    /** However it came to be: what counts is the contract. */
    @Test
    void aConsumerWithAContractIsAskedForWithoutAnEntryOfThePair() {
        pair.publish("1", "tea");
        pair.versionVerifying("7", false);
        registry.deploy(pair.consumer(), "1", pair.environment(), null);
        owner.useHandle(handle ->
                handle.execute("DELETE FROM integration WHERE provider_id = ?", pacticipant(pair.provider())));

        assertThat(pair.toEnvironment(pair.provider(), "7")).startsWith("false 0/1/0");
    }

    /** Version 3 is the head of the branch, then 2 would be, and both go. */
    @ParameterizedTest
    @ValueSource(strings = {"versions/", "branches/b/versions/"})
    void theHeadIsOnItsBranchWhenTwoAreTakenFromItAtOnce(String path) {
        var name = pair.consumer();
        Stream.of("1", "2", "3")
                .forEach(version -> registry.put("pacticipants/%s/branches/b/versions/" + version, name));
        interleaving.hold("DELETE ON branch_version", "OLD.version_id = %d".formatted(version(name, "2")));

        var second = interleaving.start(() -> registry.delete("pacticipants/%s/" + path + "2", name));
        var third = interleaving.start(() -> registry.delete("pacticipants/%s/" + path + "3", name));
        interleaving.letGo();

        assertThat(List.of(second.join().status(), third.join().status())).containsOnly(204);
        assertThat(registry.get("pacticipants/%s/branches/b/latest-version", name)
                        .text("number"))
                .isEqualTo("1");
    }

    /** The clean-up holds the versions that it forgets, and asks for no branch. */
    @Test
    void whatIsJustForgottenDoesNotBecomeTheHead() {
        var name = pair.consumer();
        Stream.of("1", "2", "3")
                .forEach(version -> registry.put("pacticipants/%s/branches/b/versions/" + version, name));
        interleaving.holder().execute("DELETE FROM version WHERE id = ?", version(name, "2"));

        var removal = interleaving.start(() -> registry.delete("pacticipants/%s/branches/b/versions/3", name));
        interleaving.letGo();

        assertThat(removal.join().status()).isEqualTo(204);
        assertThat(registry.get("pacticipants/%s/branches/b/latest-version", name)
                        .text("number"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST contracts/publish", "PUT pacticipants/%s/versions/1"})
    void environmentsThatAreTaggedAreLockedInOneOrder(String request) {
        var inOrder = Stream.of(
                        registry.newEnvironment().name(),
                        registry.newEnvironment().name())
                .sorted()
                .toList();
        var body = Publications.json(Map.of(
                "pacticipantName",
                pair.consumer(),
                "pacticipantVersionNumber",
                "1",
                "contracts",
                List.of(),
                "tags",
                inOrder.reversed()));
        var lock = "SELECT id FROM environment WHERE name = ? FOR NO KEY UPDATE NOWAIT";
        interleaving.holder().execute(lock, inOrder.getFirst());

        var tagging = interleaving.start(() -> registry.send(
                request.split(" ")[0],
                request.contains("%s") ? Registry.at(request.split(" ")[1], pair.consumer()) : request.split(" ")[1],
                body));
        interleaving.holder().execute(lock, inOrder.getLast());
        interleaving.letGo();

        assertThat(tagging.join().status()).isBetween(200, 201);
    }

    private void holdPublications() {
        interleaving.hold("INSERT ON pact_publication", "NEW.provider_id = %d".formatted(pacticipant(pair.provider())));
    }

    private long pacticipant(String name) {
        return owner.withHandle(handle -> handle.createQuery("SELECT id FROM pacticipant WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .one());
    }

    private long version(String pacticipant, String number) {
        return owner.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM version WHERE pacticipant_id = :pacticipant AND number = :number")
                .bind("pacticipant", pacticipant(pacticipant))
                .bind("number", number)
                .mapTo(Long.class)
                .one());
    }
}
