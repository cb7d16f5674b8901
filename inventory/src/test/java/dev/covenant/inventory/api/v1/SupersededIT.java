package dev.covenant.inventory.api.v1;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.openapi.Retirement;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.HttpCaller;
import dev.covenant.inventory.testing.Inventory;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What version 1 of stock tells and counts on its way out. */
@RealServer(setup = QuietHousekeeping.class)
class SupersededIT {
    private final String client = "reader-" + UUID.randomUUID();
    private final ServerUnderTest server;
    private final Inventory inventory;

    SupersededIT(ServerUnderTest server) {
        this.server = server;
        inventory = Inventory.as(client, server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/stock/NEVER-SEEN", "/api/v1/stock?sku=MUG", "/api/v1/stock/lower-case"})
    void saysSinceWhenUntilWhenAndWhatComesAfterIt(String path) {
        var answer = inventory.http().get(path);

        assertThat(answer.header("Deprecation")).isEqualTo("@1795651200");
        assertThat(answer.header("Sunset")).isEqualTo("Wed, 30 Jun 2027 23:59:59 GMT");
        assertThat(String.join(", ", answer.headers().allValues("Link")))
                .isEqualTo("<%s>; rel=\"successor-version\", </openapi>; rel=\"deprecation\""
                        .formatted(path.replace("v1", "v2").replaceFirst("\\?.*", "")));
    }

    @Test
    void whatHasNoSuccessorSaysNothing() {
        assertThat(inventory.show(UUID.randomUUID()).header("Deprecation")).isEmpty();
        assertThat(inventory.http().get("api/v2/stock/NEVER-SEEN").header("Deprecation"))
                .isEmpty();
    }

    @Test
    void theFirstRequestOfAClientIsCountedBeforeItIsAnswered() {
        inventory.look("NEVER-SEEN");

        assertThat(requests("GET /api/v1/stock/{sku}")).isEqualTo(1);
    }

    @Test
    void whoAsksForTheHeadersOnlyUsesTheOperationThatGivesThem() {
        inventory.http().send("HEAD", "api/v1/stock/NEVER-SEEN", "application/json", BodyPublishers.noBody());

        assertThat(requests("GET /api/v1/stock/{sku}")).isEqualTo(1);
    }

    @Test
    void whoStillAsksIsNamedBeforeItGoes() {
        inventory.look("NEVER-SEEN");

        assertThat(objections())
                .anyMatch(objection -> objection.startsWith(
                        client + " asked for GET /api/v1/stock/{sku} once in the last 30 days, last on "));
    }

    @Test
    void theDaysOnWhichItIsCountedAreNotedEvenIfNobodyAsks() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(countedToday())
                .containsExactly("GET /api/v1/stock 2027-06-30", "GET /api/v1/stock/{sku} 2027-06-30"));

        assertThat(objections())
                .contains("GET /api/v1/stock was announced to stay until 2027-06-30")
                .anyMatch(objection ->
                        objection.matches("requests for GET /api/v1/stock were counted on [12] of the last 30 days"));
    }

    @ParameterizedTest
    @CsvSource({"30, 1, ''", "29, 1, were counted on 29 of the last 30 days", "30, -1, was announced to stay until"})
    void mayGoWhenNobodyAskedForAMonthAndItsSunsetIsPast(
            int days, int sinceSunset, String objection, @TempDir Path contracts) throws IOException {
        var path = "/api/v1/" + client;
        Files.createDirectories(contracts.resolve("openapi"));
        Files.writeString(contracts.resolve("openapi/inventory-v1.yaml"), """
                paths:
                  /api/v1/stock: {get: {}}
                  /api/v1/stock/{code}: {get: {}}
                  %s/{code}: {get: {deprecated: true}}
                """.formatted(path));
        // Under the name that its variable has now on one day fewer than in all, and under an older one before; on one
        // day both.
        count("GET %s/{code}".formatted(path), 0, days / 2, sinceSunset);
        count("GET %s/{sku}".formatted(path), days / 2, days - 1, sinceSunset);
        // Long before, it was announced to stay for longer.
        count("GET %s/{sku}".formatted(path), 40, 41, -100);

        var objections = Retirement.of("inventory", server.auditor()).objectionsToRemovingWhatIsDeprecated(contracts);

        assertThat(String.join("\n", objections)).satisfies(said -> {
            assertThat(said.isEmpty()).isEqualTo(objection.isEmpty());
            assertThat(said).contains(objection);
        });
    }

    @Test
    void everyRequestIsCounted() {
        for (var times = 0; times < 25; times++) {
            inventory.http().get("api/v1/stock?sku=NEVER-SEEN");
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> requests("GET /api/v1/stock") == 25);
    }

    @Test
    void whoIsNotLetInIsToldNothingAndNotCounted() {
        var stranger = server.tokens().token(client, "inventory", "customer");

        var answer = new HttpCaller(server.baseUri(), stranger).get("api/v1/stock/MUG");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Deprecation")).isEmpty();
        assertThat(requests("GET /api/v1/stock/{sku}")).isZero();
    }

    private List<String> objections() {
        var contracts = Path.of(System.getProperty("pact.rootDir")).getParent();
        return Retirement.of("inventory", server.auditor()).objectionsToRemovingWhatIsDeprecated(contracts);
    }

    private void count(String operation, int from, int to, int sinceSunset) {
        Jdbi.create(server.owner())
                .useHandle(handle -> handle.createUpdate("INSERT INTO superseded_counted (operation, day, sunset) "
                                + "SELECT :operation, (now() AT TIME ZONE 'UTC')::date - past, now() - make_interval(days => :since) "
                                + "FROM generate_series(:from, :to) past")
                        .bind("operation", operation)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("since", sinceSunset)
                        .execute());
    }

    private List<String> countedToday() {
        return Jdbi.create(server.owner()).withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT operation || ' ' || (sunset AT TIME ZONE 'UTC')::date FROM superseded_counted "
                                + "WHERE operation LIKE 'GET /api/v1/stock%' AND day > now() - interval '2 days' ORDER BY 1")
                .mapTo(String.class)
                .list());
    }

    private long requests(String operation) {
        return Jdbi.create(server.owner()).withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(sum(requests), 0) FROM superseded_use "
                                + "WHERE operation = :operation AND client = :client AND day > now() - interval '2 days'")
                .bind("operation", operation)
                .bind("client", client)
                .mapTo(Long.class)
                .one());
    }
}
