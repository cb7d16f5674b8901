package dev.covenant.inventory.api.v1;

import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
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

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = QuietHousekeeping.class)
class ReservationRacesIT {
    private final UUID id = UuidV7.next();
    private final ServerUnderTest server;
    private final Inventory inventory;

    ReservationRacesIT(ServerUnderTest server) {
        this.server = server;
        this.inventory = Inventory.as("orders", server);
    }

    @AfterEach
    void theBooksAgree() throws SQLException {
        assertThat(Books.wrong(server)).isEmpty();
    }

    @Test
    void twoHundredBuyersOfFiftyPiecesGetExactlyFifty() {
        var mugs = inventory.newItem("MUG", 50);

        var answers = AtOnce.call(200, _ -> inventory.reserve(UuidV7.next(), Inventory.line(mugs, 1)));

        var byStatus = answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(byStatus).containsOnlyKeys(200, 409).containsEntry(200, 50L);
        assertThat(inventory.level(mugs)).isEqualTo(new Level(50, 50));
    }

    @Test
    void crossingLinesNeverWaitForEachOtherInACircle() {
        var mugs = inventory.newItem("MUG", 1_000);
        var pens = inventory.newItem("PEN", 1_000);

        var answers = AtOnce.call(200, number -> {
            var reservation = UuidV7.next();
            return number % 2 == 0
                    ? inventory.reserve(reservation, Inventory.line(mugs, 1), Inventory.line(pens, 1))
                    : inventory.reserve(reservation, Inventory.line(pens, 1), Inventory.line(mugs, 1));
        });

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(inventory.level(mugs)).isEqualTo(new Level(1_000, 200));
        assertThat(inventory.level(pens)).isEqualTo(new Level(1_000, 200));
    }

    @Test
    void crossingHoldsCommitsAndReturnsNeverWaitForEachOtherInACircle() {
        var mugs = inventory.newItem("MUG", 1_000);
        var pens = inventory.newItem("PEN", 1_000);

        var answers = AtOnce.call(60, _ -> {
            var reservation = UuidV7.next();
            inventory.reserve(reservation, Inventory.line(pens, 1), Inventory.line(mugs, 1));
            inventory.commit(reservation);
            return inventory.takeBack(reservation);
        });

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(inventory.level(mugs)).isEqualTo(new Level(1_000, 0));
    }

    @Test
    void theSameRequestTwentyTimesAtOnceHoldsOnce() {
        var mugs = inventory.newItem("MUG", 50);

        var answers = AtOnce.call(20, _ -> inventory.reserve(id, Inventory.line(mugs, 2)));

        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(inventory.level(mugs)).isEqualTo(new Level(50, 2));
    }

    @Test
    void theSameRefusalTwentyTimesAtOnceIsOneRefusal() {
        var mugs = inventory.newItem("MUG", 1);

        var answers = AtOnce.call(20, _ -> inventory.reserve(id, Inventory.line(mugs, 2)));

        assertThat(answers).extracting(Answer::problem).containsOnly("409 insufficient-stock");
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
    }

    @Test
    void theSameCommitTwentyTimesAtOnceTakesOnce() {
        var mugs = inventory.newItem("MUG", 50);
        inventory.reserve(id, Inventory.line(mugs, 2));

        var answers = AtOnce.call(20, _ -> inventory.commit(id));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(inventory.level(mugs)).isEqualTo(new Level(48, 0));
    }

    @RepeatedTest(20)
    void aHoldAndItsReleaseAtOnceLeaveNothingHeld() {
        var mugs = inventory.newItem("MUG", 5);

        var answers = AtOnce.call(
                2, number -> number == 0 ? inventory.reserve(id, Inventory.line(mugs, 5)) : inventory.release(id));

        assertThat(answers.getLast().status()).isEqualTo(200);
        assertThat(inventory.show(id).json().get("state").asString()).isEqualTo("RELEASED");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(5, 0));
    }
}
