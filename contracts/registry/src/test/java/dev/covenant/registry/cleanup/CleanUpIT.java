package dev.covenant.registry.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.Registry.TestEnvironment;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The server under test forgets after 90 days, a few versions at a time. Tests make versions older than they are. */
@RealServer(setup = RegistryUsers.class)
class CleanUpIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ServerUnderTest server;
    private final Registry registry;
    private final Jdbi owner;
    private final TestEnvironment environment;
    private final String consumer = Registry.newName("Shop");
    private final String provider = Registry.newName("Store");

    CleanUpIT(ServerUnderTest server) {
        this.server = server;
        registry = Registry.of(server);
        owner = Jdbi.create(server.owner());
        environment = registry.newEnvironment();
    }

    @Test
    void whatIsOldAndNotNeededIsForgottenWithWhatOnlyItSaid() {
        publish("1", "main", "tea");
        publish("2", "main", "milk");
        publish("3", "main", "milk");
        registry.verify(consumer, "1", provider, "p1", true);
        var said = registry.pact(consumer, "1", provider).text("/_links/pb:pact-version/href");

        old("1", "2");

        awaitForgotten("1", "2");
        assertThat(registry.send("GET", said, null).status()).isEqualTo(404);
        assertThat(registry.pact(consumer, "3", provider).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotOldStays() {
        publish("1", "main", "tea");
        publish("2", "main", "milk");
        publish("3", "main", "coffee");

        old("2");

        awaitForgotten("2");
        assertThat(isThere("1")).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNeededStays(Consumer<CleanUpIT> need) {
        publish("1", "main", "tea");
        need.accept(this);
        publish("2", "main", "milk");
        publish("3", "main", "coffee");

        old("1", "2");

        awaitForgotten("2");
        assertThat(isThere("1")).isTrue();
        assertThat(registry.pact(consumer, "1", provider).status()).isEqualTo(200);
    }

    static Stream<Named<Consumer<CleanUpIT>>> whatIsNeededStays() {
        return Stream.of(
                Named.of("deployed", test -> test.registry.deploy(test.consumer, "1", test.environment, "blue")),
                Named.of("released", test -> test.registry.release(test.consumer, "1", test.environment)),
                Named.of(
                        "head of a branch",
                        test -> test.registry.put("pacticipants/%s/branches/feat/versions/1", test.consumer)),
                Named.of("tagged", test -> test.registry.put("pacticipants/%s/versions/1/tags/prod", test.consumer)),
                Named.of("the latest that says anything to a provider", test -> {
                    var other = Registry.newName("Bank");
                    test.registry.publish(
                            test.consumer, "0", other, pact(test.consumer, other, "x"), Map.of("branch", "main"));
                    test.registry.delete("pacticipants/%s/versions/1", test.consumer);
                    test.publish("1", "main", "tea");
                    test.registry.publish(test.consumer, "1", other, pact(test.consumer, other, "y"), Map.of());
                }));
    }

    @Test
    void whatIsNoLongerDeployedIsForgotten() {
        publish("1", "main", "tea");
        registry.deploy(consumer, "1", environment, null);
        publish("2", "main", "milk");
        registry.deploy(consumer, "2", environment, null);
        publish("3", "main", "coffee");

        old("1", "2");

        awaitForgotten("1");
        assertThat(isThere("2")).isTrue();
    }

    @Test
    void answersAboutWhatStaysAreAsBefore() {
        List.of("1", "2", "3")
                .forEach(number -> registry.put("pacticipants/%s/branches/main/versions/%s", provider, number));
        publish("1", "main", "tea");
        publish("2", "main", "milk");
        publish("3", "main", "milk");
        registry.verify(consumer, "1", provider, "1", true);
        registry.verify(consumer, "1", provider, "2", true);
        registry.verify(consumer, "2", provider, "1", true);
        registry.verify(consumer, "2", provider, "2", false);
        registry.verify(consumer, "3", provider, "3", false);
        registry.deploy(consumer, "1", environment, null);
        registry.deploy(provider, "2", environment, null);
        registry.put("pacticipants/%s/branches/main/versions/4", provider);
        registry.put("pacticipants/%s/branches/main/versions/5", provider);
        var before = answers();

        old("1", "2");
        oldOf(provider, "1", "2", "3", "4");

        awaitForgotten("2");
        awaitForgottenOf(provider, "4");
        assertThat(answers()).isEqualTo(before);
    }

    /** Somebody who deploys it holds the version: it is passed over, and when the deployment is there it is needed. */
    @Test
    void whatSomebodyIsJustTalkingAboutIsLeftAlone() {
        publish("1", "main", "tea");
        publish("2", "main", "milk");
        publish("3", "main", "coffee");

        // Of its own, or what follows would be part of it.
        Jdbi.create(server.owner()).useTransaction(handle -> {
            handle.execute("""
                    INSERT INTO deployed_version (uuid, pacticipant_id, version_id, environment_id)
                    SELECT gen_random_uuid(), v.pacticipant_id, v.id, e.id FROM environment e, version v
                        JOIN pacticipant p ON p.id = v.pacticipant_id
                    WHERE e.name = ? AND p.name = ? AND v.number = '1'""", environment.name(), consumer);
            old("1", "2");
            awaitForgotten("2");
            assertThat(isThere("1")).isTrue();
        });

        publish("4", "main", "cake");
        old("3");
        awaitForgotten("3");
        assertThat(isThere("1")).isTrue();
    }

    @Test
    void noMoreAreForgottenAtOnceThanIsConfigured() throws IOException {
        var many = IntStream.range(0, 3 * RegistryUsers.CLEAN_UP_BATCH)
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
        Stream.of(many).forEach(number -> registry.put("pacticipants/%s/branches/main/versions/%s", provider, number));
        registry.put("pacticipants/%s/branches/main/versions/last", provider);

        oldOf(provider, many);

        awaitForgottenOf(provider, many);
        assertThat(Files.readString(server.server().console()).lines().filter(line -> line.contains("Forgot ")))
                .isNotEmpty()
                .allMatch(line -> Integer.parseInt(line.replaceAll(".*Forgot (\\d+) versions.*", "$1"))
                        <= RegistryUsers.CLEAN_UP_BATCH);
    }

    /** What clients ask: may these be deployed, what is to be verified, what came of it last. */
    private List<String> answers() {
        var asked = "pacts/provider/%s/for-verification";
        var body =
                "{\"providerVersionBranch\":\"main\",\"includePendingStatus\":true,\"includeWipPactsSince\":\"2020-01-01\"}";
        return Stream.concat(
                        Stream.of(
                                registry.send("POST", Registry.at(asked, provider), body)
                                        .body(),
                                registry.get("pacts/provider/%s/consumer/%s/latest", provider, consumer)
                                        .body()),
                        Stream.of(
                                        matrix(consumer, "1", "&environment=" + environment.name()),
                                        matrix(consumer, "3", "&environment=" + environment.name()),
                                        matrix(provider, "2", "&environment=" + environment.name()),
                                        matrix(provider, "5", "&environment=" + environment.name()),
                                        matrix(consumer, "3", "&latest=true"),
                                        matrix(provider, "2", "&latest=true"),
                                        matrix(provider, "2", "&latest=true&mainBranch=true"))
                                .map(path -> registry.send("GET", path, null)
                                        .json()
                                        .get("summary")
                                        .toString()))
                .toList();
    }

    private static String matrix(String pacticipant, String version, String target) {
        return Registry.at("matrix?q[][pacticipant]=%s&q[][version]=%s&latestby=cvp", pacticipant, version)
                        .replace("[", "%5B")
                        .replace("]", "%5D")
                + target;
    }

    private void publish(String version, String branch, String content) {
        registry.publish(consumer, version, provider, pact(consumer, provider, content), Map.of("branch", branch));
    }

    private boolean isThere(String version) {
        return registry.get("pacticipants/%s/versions/%s", consumer, version).status() == 200;
    }

    private void old(String... numbers) {
        oldOf(consumer, numbers);
    }

    /** All in one: the server sees all of them old, or none. */
    private void oldOf(String pacticipant, String... numbers) {
        owner.useHandle(handle -> handle.createUpdate("""
                        UPDATE version v SET created_at = now() - interval '91 days' FROM pacticipant p
                        WHERE p.id = v.pacticipant_id AND p.name = :name AND v.number = ANY(:numbers)""")
                .bind("name", pacticipant)
                .bind("numbers", numbers)
                .execute());
    }

    private void awaitForgotten(String... numbers) {
        awaitForgottenOf(consumer, numbers);
    }

    private void awaitForgottenOf(String pacticipant, String... numbers) {
        await().atMost(LIMIT)
                .until(() -> owner.withHandle(handle -> handle.createQuery("""
                                SELECT count(*) FROM version v JOIN pacticipant p ON p.id = v.pacticipant_id
                                WHERE p.name = :name AND v.number = ANY(:numbers)""")
                                .bind("name", pacticipant)
                                .bind("numbers", numbers)
                                .mapTo(Integer.class)
                                .one())
                        == 0);
    }
}
