package dev.covenant.orders.client.inventory;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.checkout.StepAnswer;

import static dev.covenant.orders.client.inventory.ReservationCommands.RESERVATION;
import static dev.covenant.orders.client.inventory.ReservationCommands.notHeld;
import static dev.covenant.orders.client.inventory.ReservationCommands.post;
import static dev.covenant.orders.client.inventory.ReservationCommands.problem;
import static dev.covenant.orders.client.inventory.ReservationCommands.refused;
import static dev.covenant.orders.client.inventory.ReservationCommands.reserve;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the checkout needs of inventory when an answer was lost and the command is sent again: the answer that it would have had, or one
 * that means the same.
 */
class RepeatedReservationContractTest {
    private static final StepAnswer DONE = new StepAnswer.Done();

    @Test
    void reservesOnce() {
        assertThat(reserve(
                        "a repeated request to reserve what is held",
                        "a held reservation",
                        RESERVATION,
                        ReservationCommands::held))
                .isEqualTo(DONE);
    }

    @Test
    void reservesOnceWhatWasCommittedMeanwhile() {
        assertThat(reserve(
                        "a repeated request to reserve what is committed",
                        "a committed reservation",
                        RESERVATION,
                        ReservationCommands::held))
                .isEqualTo(DONE);
    }

    @Test
    void learnsThatTheHoldHadExpired() {
        assertThat(reserve(
                        "a repeated request to reserve what has expired",
                        "an expired reservation",
                        RESERVATION,
                        http -> problem(http, "reservation-expired")))
                .isEqualTo(notHeld("reservation-expired"));
    }

    @Test
    void learnsAgainWhatWasShort() {
        assertThat(reserve(
                        "a repeated request to reserve what was refused",
                        "a refused reservation",
                        RESERVATION,
                        ReservationCommands::oneIsLeft))
                .isEqualTo(refused("insufficient-stock", "Not enough stock: MUG-BLUE (1 left)."));
    }

    @Test
    void commitsOnce() {
        assertThat(post("commit", "a committed reservation", ReservationCommands::settled, InventoryClient::commit))
                .isEqualTo(DONE);
    }

    @Test
    void releasesOnce() {
        assertThat(post("release", "a released reservation", ReservationCommands::settled, InventoryClient::release))
                .isEqualTo(DONE);
    }

    @Test
    void takesBackOnce() {
        assertThat(post("return", "a returned reservation", ReservationCommands::settled, InventoryClient::takeBack))
                .isEqualTo(DONE);
    }

    @Test
    void hasNothingToTakeBackOfAReservationThatNeverCame() {
        assertThat(post("return", "no reservation", ReservationCommands::settled, InventoryClient::takeBack))
                .isEqualTo(DONE);
    }
}
