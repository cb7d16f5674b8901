package dev.covenant.inventory.api.v1;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.Answer;
import dev.covenant.inventory.testing.Books;
import dev.covenant.inventory.testing.Inventory;
import dev.covenant.inventory.testing.Inventory.Level;
import dev.covenant.inventory.testing.QuietHousekeeping;
import dev.covenant.inventory.testing.Sweepers;
import dev.covenant.inventory.testing.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two replicas do their housekeeping all the time, while a third is used. */
@RealServer(setup = QuietHousekeeping.class)
class SweeperIT {
    private static Sweepers sweepers;

    private final UUID id = UuidV7.next();
    private final ServerUnderTest server;
    private final Inventory inventory;

    SweeperIT(ServerUnderTest server) {
        this.server = server;
        this.inventory = Inventory.as("orders", server);
    }

    @BeforeAll
    static void twoReplicasSweep(ServerUnderTest server) {
        // They look for these when they start, and once a day from then on.
        Jdbi.create(server.owner()).useHandle(handle -> {
            var uses = handle.prepareBatch("INSERT INTO superseded_use (operation, client, day, requests) "
                    + "VALUES ('GET /', ?, (now() AT TIME ZONE 'UTC')::date - ?, 1)");
            uses.add("long-gone", 402).add("remembered", 398).execute();
        });
        sweepers = Sweepers.start(server, "one", "two");
    }

    @AfterAll
    static void theyStop() {
        sweepers.close();
    }

    @AfterEach
    void theBooksAgreeAndNothingFailed() throws SQLException {
        assertThat(Books.wrong(server)).isEmpty();
        assertThat(sweepers.sayThatSomethingFailed()).isFalse();
    }

    @Test
    void holdsExpireUnderLoadAndEachOnce() {
        var mugs = inventory.newItem("MUG", 10_000);
        var pens = inventory.newItem("PEN", 10_000);
        var expiredBefore = sweepers.saidToHaveExpired();

        var held = AtOnce.call(600, number -> {
            var end = number % 3 == 0 ? Inventory.SOON : Inventory.OVER;
            var hold = UuidV7.next();
            var answer = inventory.reserve(hold, end, Inventory.line(pens, 1), Inventory.line(mugs, 2));
            return answer.status() == 200 && number % 3 == 0 ? inventory.commit(hold) : answer;
        });

        assertThat(held).extracting(Answer::status).containsOnly(200);
        eventually(() -> inventory.level(mugs).equals(new Level(9_600, 0)));
        assertThat(inventory.level(pens)).isEqualTo(new Level(9_800, 0));
        eventually(() -> sweepers.saidToHaveExpired() - expiredBefore == 400);
    }

    @Test
    void aThousandCommitsThatRaceTheEndOfTheirHoldsAreAnsweredTruly() throws SQLException {
        var mugs = inventory.newItem("MUG", 10_000);
        var pens = inventory.newItem("PEN", 10_000);
        var outcomes = new ArrayList<String>();

        try (var books = BooksReader.start(server, mugs, pens)) {
            for (var round = 0; round < 20; round++) {
                outcomes.addAll(commitWhileTimeRunsOut(50, mugs, pens));
            }
            assertThat(books.wrong()).isEmpty();
            assertThat(books.looks()).isGreaterThan(20);
        }

        assertThat(outcomes).hasSize(1_000).containsOnly("200 COMMITTED", "409 reservation-expired EXPIRED");
        assertThat(outcomes).filteredOn("200 COMMITTED"::equals).hasSizeBetween(10, 990);
    }

    /** Each commit's answer and where its reservation then stands. Every tenth call is a request that finds too little and sweeps. */
    private List<String> commitWhileTimeRunsOut(int number, String mugs, String pens) throws SQLException {
        var holds = Stream.generate(UuidV7::next).limit(number).toList();
        var begin = System.nanoTime();
        AtOnce.call(
                number,
                index -> index % 2 == 0
                        ? inventory.reserve(holds.get(index), Inventory.line(pens, 2), Inventory.line(mugs, 1))
                        : inventory.reserve(holds.get(index), Inventory.line(mugs, 3)));
        // As long as the commits will take, on whatever machine this is.
        Time.runsOutFor(server, holds, Duration.ofNanos(System.nanoTime() - begin));
        var answers = AtOnce.call(
                number + number / 10,
                index -> index < number
                        ? inventory.commit(holds.get(index))
                        : inventory.reserve(
                                UuidV7.next(), Inventory.line(mugs, 100_000), Inventory.line(pens, 100_000)));
        return IntStream.range(0, number)
                .mapToObj(index -> outcome(answers.get(index)) + inventory.stateOf(holds.get(index)))
                .toList();
    }

    @Test
    void whatIsOverIsForgottenAfterThirtyDays() throws SQLException {
        var mugs = inventory.newItem("MUG", 10);
        var refused = UuidV7.next();
        inventory.reserve(refused, Inventory.line(mugs, 11));
        var tombstone = UuidV7.next();
        inventory.release(tombstone);
        var released = held(mugs);
        inventory.release(released);
        var returned = committed(mugs);
        inventory.takeBack(returned);
        var expired = inventory.expiredHold(Inventory.line(mugs, 1));
        eventually(() -> inventory.stateOf(expired).equals("EXPIRED"));

        Time.hasPassed(server, 30, refused, tombstone, released, returned, expired);

        for (var forgotten : List.of(refused, tombstone, released, returned, expired)) {
            eventually(() -> inventory.show(forgotten).status() == 404);
        }
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 0));
    }

    @Test
    void whatIsInForceOrNotLongOverIsRemembered() throws SQLException {
        var mugs = inventory.newItem("MUG", 10);
        var refused = UuidV7.next();
        var refusal = inventory.reserve(refused, Inventory.line(mugs, 11));
        var held = held(mugs);
        var committed = committed(mugs);
        inventory.release(id);

        Time.hasPassed(server, 29, refused);
        Time.hasPassed(server, 1_000, held, committed);
        Time.hasPassed(server, 30, id);

        eventually(() -> inventory.show(id).status() == 404);
        assertThat(inventory.reserve(refused, Inventory.line(mugs, 11)).text()).isEqualTo(refusal.text());
        assertThat(inventory.stateOf(held)).isEqualTo("HELD");
        assertThat(inventory.stateOf(committed)).isEqualTo("COMMITTED");
    }

    @Test
    void whoAskedForWhatIsToGoIsForgottenAfterFourHundredDays() {
        eventually(() -> Jdbi.create(server.owner())
                .withHandle(handle -> handle.createQuery("SELECT client FROM superseded_use WHERE operation = 'GET /'")
                        .mapTo(String.class)
                        .list())
                .equals(List.of("remembered")));
    }

    private static String outcome(Answer commit) {
        return commit.status() == 200 ? "200 " : commit.problem() + " ";
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private UUID held(String sku) {
        var hold = UuidV7.next();
        assertThat(inventory.reserve(hold, Inventory.line(sku, 1)).state()).isEqualTo("HELD");
        return hold;
    }

    private UUID committed(String sku) {
        var hold = held(sku);
        assertThat(inventory.commit(hold).state()).isEqualTo("COMMITTED");
        return hold;
    }
}
