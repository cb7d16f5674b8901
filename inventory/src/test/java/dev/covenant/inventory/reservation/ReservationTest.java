package dev.covenant.inventory.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.inventory.stock.Quantity;
import dev.covenant.inventory.stock.Shortage;

import static dev.covenant.inventory.reservation.ReservationState.COMMITTED;
import static dev.covenant.inventory.reservation.ReservationState.HELD;
import static dev.covenant.inventory.reservation.ReservationState.RELEASED;
import static dev.covenant.inventory.reservation.ReservationState.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

class ReservationTest {
    private static final UUID ID = UuidV7.next();
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Quantity MUGS = new Quantity("MUG", 2);
    private static final Quantity PENS = new Quantity("PEN", 1);

    @Test
    void commitLetsAHoldGoOut() {
        assertThat(standing(HELD).commit()).isEqualTo(new Transition.To(standing(COMMITTED)));
    }

    @Test
    void commitAgainChangesNothing() {
        assertThat(standing(COMMITTED).commit()).isEqualTo(new Transition.Already(standing(COMMITTED)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"HELD", "COMMITTED"})
    void whatIsNotInForceCannotBeCommitted(ReservationState state) {
        assertThat(standing(state).commit()).isEqualTo(new Transition.Impossible(state));
    }

    @Test
    void releaseUndoesAHold() {
        assertThat(standing(HELD).release()).isEqualTo(new Transition.To(standing(RELEASED)));
    }

    @Test
    void releaseDoesNotUndoACommit() {
        assertThat(standing(COMMITTED).release()).isEqualTo(new Transition.Impossible(COMMITTED));
    }

    @Test
    void returnUndoesACommit() {
        assertThat(standing(COMMITTED).takeBack()).isEqualTo(new Transition.To(standing(RETURNED)));
    }

    @Test
    void whatNeverLeftCannotBeReturned() {
        assertThat(standing(HELD).takeBack()).isEqualTo(new Transition.Impossible(HELD));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"HELD", "COMMITTED"})
    void undoingWhatIsNotInForceChangesNothing(ReservationState state) {
        var undone = standing(state);

        assertThat(undone.release()).isEqualTo(new Transition.Already(undone));
        assertThat(undone.takeBack()).isEqualTo(new Transition.Already(undone));
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "COMMITTED"})
    void theSameRequestAgainIsAnsweredWithWhatStands(ReservationState state) {
        assertThat(standing(state).answerTo(request())).isEqualTo(new ReserveOutcome.Reserved(standing(state)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RELEASED", "RETURNED", "EXPIRED"})
    void theSameRequestAgainFindsItUndone(ReservationState state) {
        assertThat(standing(state).answerTo(request())).isEqualTo(new ReserveOutcome.NotInForce(state));
    }

    @Test
    void aRefusalStaysTheAnswer() {
        var shortages = List.of(new Shortage("MUG", 2, 1));

        assertThat(request().refused(shortages).answerTo(request()))
                .isEqualTo(new ReserveOutcome.ShortOfStock(shortages));
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
        var turned = Reservation.hold(ID, "orders", NOON, List.of(PENS, MUGS));

        assertThat(standing(HELD).answerTo(turned)).isEqualTo(new ReserveOutcome.Reserved(standing(HELD)));
    }

    @Test
    void otherLinesUnderTheSameIdAreAnotherRequest() {
        var fewer = Reservation.hold(ID, "orders", NOON, List.of(MUGS));

        assertThat(standing(HELD).answerTo(fewer)).isEqualTo(new ReserveOutcome.DifferentRequest());
    }

    @Test
    void anotherExpiryUnderTheSameIdIsAnotherRequest() {
        var later = Reservation.hold(ID, "orders", NOON.plusSeconds(1), List.of(MUGS, PENS));

        assertThat(standing(RELEASED).answerTo(later)).isEqualTo(new ReserveOutcome.DifferentRequest());
    }

    @Test
    void anotherClientLearnsNothing() {
        var stranger = Reservation.hold(ID, "somebody", NOON, List.of(MUGS, PENS));

        assertThat(standing(HELD).answerTo(stranger)).isEqualTo(new ReserveOutcome.BelongsToAnother());
    }

    @Test
    void aTombstoneRefusesWhateverHoldArrivesLate() {
        var tombstone = Reservation.tombstone(ID, "orders", RELEASED);

        assertThat(tombstone.answerTo(request())).isEqualTo(new ReserveOutcome.NotInForce(RELEASED));
    }

    @Test
    void theExpiryIsKeptAsPreciselyAsTheDatabaseKeepsIt() {
        var precise = Reservation.hold(ID, "orders", NOON.plusNanos(1_234), List.of(MUGS));

        assertThat(precise.expiresAt()).isEqualTo(NOON.plusNanos(1_000));
    }

    private static Reservation request() {
        return standing(HELD);
    }

    private static Reservation standing(ReservationState state) {
        return new Reservation(ID, "orders", state, NOON, List.of(MUGS, PENS), List.of());
    }
}
