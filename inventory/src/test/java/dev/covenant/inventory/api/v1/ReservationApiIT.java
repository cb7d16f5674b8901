package dev.covenant.inventory.api.v1;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.Answer;
import dev.covenant.inventory.testing.Books;
import dev.covenant.inventory.testing.Inventory;
import dev.covenant.inventory.testing.Inventory.Level;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = QuietHousekeeping.class)
class ReservationApiIT {
    private final UUID id = UuidV7.next();
    private final ServerUnderTest server;
    private final Inventory inventory;
    private String mugs;

    ReservationApiIT(ServerUnderTest server) {
        this.server = server;
        this.inventory = Inventory.as("orders", server);
    }

    @BeforeEach
    void tenMugs() {
        mugs = inventory.newItem("MUG", 10);
    }

    @AfterEach
    void theBooksAgree() throws SQLException {
        assertThat(Books.wrong(server)).isEmpty();
    }

    @Test
    void holdsWhatIsThere() {
        var held = inventory.reserve(id, Inventory.line(mugs, 4));

        assertThat(held.status()).isEqualTo(200);
        assertThat(held.json().get("state").asString()).isEqualTo("HELD");
        assertThat(held.json().has("shortages")).isFalse();
        assertThat(inventory.show(id).json()).isEqualTo(held.json());
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 4));
    }

    @Test
    void anAnswerNamesIdExpiryAndLines() {
        assertThat(inventory.reserve(id, Inventory.line(mugs, 4)).text())
                .isEqualTo(
                        "{\"reservationId\":\"%s\",\"state\":\"HELD\",\"expiresAt\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":4}]}"
                                .formatted(id, Inventory.SOON, mugs));
    }

    @Test
    void commitLetsThePiecesLeave() {
        held(4);

        assertThat(inventory.commit(id).state()).isEqualTo("COMMITTED");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(6, 0));
    }

    @Test
    void commitAgainTakesNothingMore() {
        committed(4);

        assertThat(inventory.commit(id).state()).isEqualTo("COMMITTED");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(6, 0));
    }

    @Test
    void commitsAHoldWhoseTimeIsOver() {
        inventory.reserve(id, Inventory.OVER, Inventory.line(mugs, 1));

        assertThat(inventory.commit(id).state()).isEqualTo("COMMITTED");
    }

    @Test
    void commitOfAnUnknownOneIs404() {
        assertThat(inventory.commit(id).problem()).isEqualTo("404 reservation-not-found");
        assertThat(inventory.show(id).problem()).isEqualTo("404 reservation-not-found");
    }

    @Test
    void releaseGivesThePiecesBack() {
        held(4);

        assertThat(inventory.release(id).state()).isEqualTo("RELEASED");
        assertThat(inventory.release(id).state()).isEqualTo("RELEASED");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 0));
    }

    @Test
    void whatIsReleasedStaysReleased() {
        held(4);
        inventory.release(id);

        assertThat(inventory.commit(id).problem()).isEqualTo("409 reservation-released");
        assertThat(inventory.takeBack(id).state()).isEqualTo("RELEASED");
        assertThat(inventory.reserve(id, Inventory.line(mugs, 4)).problem()).isEqualTo("409 reservation-released");
    }

    @Test
    void releaseOfACommittedOneIsRefused() {
        committed(4);

        assertThat(inventory.release(id).problem()).isEqualTo("409 reservation-committed");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(6, 0));
    }

    @Test
    void returnBringsThePiecesBack() {
        committed(4);

        assertThat(inventory.takeBack(id).state()).isEqualTo("RETURNED");
        assertThat(inventory.takeBack(id).state()).isEqualTo("RETURNED");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 0));
    }

    @Test
    void whatIsReturnedStaysReturned() {
        committed(4);
        inventory.takeBack(id);

        assertThat(inventory.commit(id).problem()).isEqualTo("409 reservation-released");
        assertThat(inventory.release(id).state()).isEqualTo("RETURNED");
        assertThat(inventory.reserve(id, Inventory.line(mugs, 4)).problem()).isEqualTo("409 reservation-released");
    }

    @Test
    void returnOfAHoldIsRefused() {
        held(4);

        assertThat(inventory.takeBack(id).problem()).isEqualTo("409 reservation-not-committed");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 4));
    }

    @Test
    void theSameRequestAgainHoldsNothingMore() {
        var pens = inventory.newItem("PEN", 5);
        var first = inventory.reserve(id, Inventory.line(pens, 1), Inventory.line(mugs, 4));
        var again = inventory.reserve(id, Inventory.line(mugs, 4), Inventory.line(pens, 1));

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 4));
    }

    @Test
    void theSameRequestAfterTheCommitShowsTheCommit() {
        committed(4);

        assertThat(inventory.reserve(id, Inventory.line(mugs, 4)).state()).isEqualTo("COMMITTED");
    }

    @Test
    void anotherRequestUnderTheSameIdIsRefused() {
        held(4);

        assertThat(inventory.reserve(id, Inventory.line(mugs, 5)).problem()).isEqualTo("422 id-reused");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 4));
    }

    @Test
    void anotherClientsIdLooksUnused() {
        held(4);
        var stranger = Inventory.as("somebody", server);

        assertThat(stranger.reserve(id, Inventory.line(mugs, 4)).problem()).isEqualTo("404 reservation-not-found");
        assertThat(stranger.show(id).problem()).isEqualTo("404 reservation-not-found");
        assertThat(stranger.commit(id).problem()).isEqualTo("404 reservation-not-found");
        assertThat(stranger.release(id).problem()).isEqualTo("404 reservation-not-found");
        assertThat(stranger.takeBack(id).problem()).isEqualTo("404 reservation-not-found");
        assertThat(inventory.show(id).state()).isEqualTo("HELD");
    }

    @Test
    void aShortageHoldsNoneOfTheLines() {
        var pens = inventory.newItem("PEN", 5);
        var unknown = inventory.newItem("UNKNOWN", 0);

        var refused =
                inventory.reserve(id, Inventory.line(unknown, 1), Inventory.line(pens, 5), Inventory.line(mugs, 11));

        assertThat(refused.problem()).isEqualTo("409 insufficient-stock");
        assertThat(refused.json().get("shortages").toString())
                .isEqualTo(
                        "[{\"sku\":\"%s\",\"requested\":11,\"available\":10},{\"sku\":\"%s\",\"requested\":1,\"available\":0}]"
                                .formatted(mugs, unknown));
        assertThat(inventory.level(pens)).isEqualTo(new Level(5, 0));
    }

    @Test
    void aRefusalStaysTheAnswerWhenStockArrives() {
        var refused = refused();
        inventory.receive(mugs, 100);

        assertThat(inventory.reserve(id, Inventory.line(mugs, 11)).text()).isEqualTo(refused.text());
        assertThat(inventory.level(mugs)).isEqualTo(new Level(110, 0));
    }

    @Test
    void aRefusalIsShownWithWhatWasShort() {
        refused();

        var shown = inventory.show(id);

        assertThat(shown.state()).isEqualTo("REFUSED");
        assertThat(shown.json().at("/shortages/0/available").asInt()).isEqualTo(10);
    }

    @Test
    void whatIsRefusedCanOnlyBeUndone() {
        refused();

        assertThat(inventory.commit(id).problem()).isEqualTo("409 reservation-refused");
        assertThat(inventory.release(id).state()).isEqualTo("REFUSED");
        assertThat(inventory.takeBack(id).state()).isEqualTo("REFUSED");
    }

    @Test
    void whatHasExpiredCanOnlyBeUndone() {
        inventory.reserve(id, Inventory.OVER, Inventory.line(mugs, 4));
        inventory.reserve(UuidV7.next(), Inventory.line(mugs, 11));

        assertThat(inventory.commit(id).problem()).isEqualTo("409 reservation-expired");
        assertThat(inventory
                        .reserve(id, Inventory.OVER, Inventory.line(mugs, 4))
                        .problem())
                .isEqualTo("409 reservation-expired");
        assertThat(inventory.release(id).state()).isEqualTo("EXPIRED");
        assertThat(inventory.takeBack(id).state()).isEqualTo("EXPIRED");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 0));
    }

    @Test
    void aHoldThatArrivesAfterItsReleaseHoldsNothing() {
        var tombstone = inventory.release(id);

        assertThat(tombstone.text()).isEqualTo("{\"reservationId\":\"%s\",\"state\":\"RELEASED\",\"lines\":[]}", id);
        assertThat(inventory.reserve(id, Inventory.line(mugs, 4)).problem()).isEqualTo("409 reservation-released");
        assertThat(inventory.commit(id).problem()).isEqualTo("409 reservation-released");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 0));
    }

    @Test
    void aHoldThatArrivesAfterItsReturnHoldsNothing() {
        assertThat(inventory.takeBack(id).state()).isEqualTo("RETURNED");
        assertThat(inventory.reserve(id, Inventory.line(mugs, 4)).problem()).isEqualTo("409 reservation-released");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(10, 0));
    }

    @Test
    void aRequestThatMayBeALateCopyOfAForgottenOneIsNotDoneAgain() {
        var now = Instant.now();
        var sent = inventory.reserve(id, now.minus(29, ChronoUnit.DAYS).minusSeconds(60), Inventory.line(mugs, 4));

        assertThat(sent.problem()).isEqualTo("400 invalid-request");
        assertThat(inventory
                        .reserve(id, now.minus(28, ChronoUnit.DAYS), Inventory.line(mugs, 4))
                        .state())
                .isEqualTo("HELD");
    }

    private void held(long pieces) {
        assertThat(inventory.reserve(id, Inventory.line(mugs, pieces)).state()).isEqualTo("HELD");
    }

    private void committed(long pieces) {
        held(pieces);
        assertThat(inventory.commit(id).state()).isEqualTo("COMMITTED");
    }

    private Answer refused() {
        var refused = inventory.reserve(id, Inventory.line(mugs, 11));
        assertThat(refused.problem()).isEqualTo("409 insufficient-stock");
        return refused;
    }
}
