package dev.covenant.inventory.api.v1;

import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import dev.covenant.inventory.testing.Time;

import static org.assertj.core.api.Assertions.assertThat;

/** A request that is short of stock gives up expired holds itself: here no sweeper runs. */
@RealServer(setup = QuietHousekeeping.class)
class ExpiryIT {
    private final UUID id = UuidV7.next();
    private final ServerUnderTest server;
    private final Inventory inventory;
    private String mugs;
    private String pens;

    ExpiryIT(ServerUnderTest server) {
        this.server = server;
        this.inventory = Inventory.as("orders", server);
    }

    @BeforeEach
    void tenMugsAndTenPens() {
        mugs = inventory.newItem("MUG", 10);
        pens = inventory.newItem("PEN", 10);
    }

    @AfterEach
    void theBooksAgree() throws SQLException {
        assertThat(Books.wrong(server)).isEmpty();
    }

    @Test
    void aShortageGetsThePiecesOfAnExpiredHoldAtOnce() {
        var expired = inventory.expiredHold(Inventory.line(mugs, 8));

        assertThat(inventory.reserve(id, Inventory.line(mugs, 5)).state()).isEqualTo("HELD");
        assertThat(inventory.stateOf(expired)).isEqualTo("EXPIRED");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 5));
    }

    @Test
    void everyLineOfAnExpiredHoldIsFree() {
        inventory.expiredHold(Inventory.line(mugs, 8), Inventory.line(pens, 3));

        inventory.reserve(id, Inventory.line(mugs, 5));

        assertThat(inventory.level(pens)).isEqualTo(new Level(10, 0));
    }

    @Test
    void nothingIsGivenUpWhileThereIsEnough() {
        var expired = inventory.expiredHold(Inventory.line(mugs, 5));

        inventory.reserve(id, Inventory.line(mugs, 5));

        assertThat(inventory.stateOf(expired)).isEqualTo("HELD");
        assertThat(inventory.commit(expired).state()).isEqualTo("COMMITTED");
    }

    @Test
    void onlyHoldsOnWhatIsShortAreGivenUp() {
        var onMugs = inventory.expiredHold(Inventory.line(mugs, 8));
        var onPens = inventory.expiredHold(Inventory.line(pens, 1));

        inventory.reserve(id, Inventory.line(mugs, 5), Inventory.line(pens, 5));

        assertThat(inventory.stateOf(onMugs)).isEqualTo("EXPIRED");
        assertThat(inventory.stateOf(onPens)).isEqualTo("HELD");
    }

    @Test
    void aHoldWhoseTimeIsNotOverKeepsItsPieces() {
        inventory.reserve(UuidV7.next(), Inventory.line(mugs, 8));

        assertThat(inventory.reserve(id, Inventory.line(mugs, 5)).problem()).isEqualTo("409 insufficient-stock");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 8));
    }

    @Test
    void aShortageNamesWhatIsLeftAfterTheHoldsAreGivenUp() {
        inventory.expiredHold(Inventory.line(mugs, 8));

        var refused = inventory.reserve(id, Inventory.line(mugs, 11));

        assertThat(refused.problem()).isEqualTo("409 insufficient-stock");
        assertThat(refused.json().at("/shortages/0/available").asInt()).isEqualTo(10);
    }

    @Test
    void aRefusalStaysTheAnswerWhenAHoldExpiresLater() throws SQLException {
        var hold = UuidV7.next();
        inventory.reserve(hold, Inventory.line(mugs, 8));
        var refused = inventory.reserve(id, Inventory.line(mugs, 5));
        Time.isOverFor(server, hold);

        assertThat(inventory.reserve(id, Inventory.line(mugs, 5)).text()).isEqualTo(refused.text());
        assertThat(inventory.stateOf(hold)).isEqualTo("HELD");
    }

    @Test
    void aRequestGivesUpABoundedNumberOfHolds() {
        var many = inventory.newItem("MANY", 150);
        var holds = Stream.generate(() -> inventory.expiredHold(Inventory.line(many, 1)))
                .limit(150)
                .toList();

        assertThat(inventory.reserve(id, Inventory.line(many, 1)).state()).isEqualTo("HELD");
        assertThat(holds.stream().map(inventory::stateOf).filter("HELD"::equals))
                .hasSize(50);
    }

    @RepeatedTest(10)
    void everyBuyerAtOnceFindsThePiecesOfOneExpiredHold() {
        inventory.expiredHold(Inventory.line(mugs, 10));

        var answers = AtOnce.call(20, _ -> inventory.reserve(UuidV7.next(), Inventory.line(mugs, 1)));

        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 200)
                .hasSize(10);
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 10));
    }

    @Test
    void crossingSweepsNeverWaitForEachOtherInACircle() {
        for (var piece = 0; piece < 10; piece++) {
            inventory.expiredHold(Inventory.line(mugs, 1), Inventory.line(pens, 1));
        }

        var answers = AtOnce.call(
                60,
                number -> number % 2 == 0
                        ? inventory.reserve(UuidV7.next(), Inventory.OVER, Inventory.line(mugs, 3))
                        : inventory.reserve(
                                UuidV7.next(), Inventory.OVER, Inventory.line(pens, 2), Inventory.line(mugs, 1)));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
    }
}
