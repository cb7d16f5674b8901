package dev.covenant.orders.client.inventory;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.checkout.StepAnswer;
import dev.covenant.orders.client.Contract;

import static dev.covenant.orders.client.Contract.answers;
import static dev.covenant.orders.client.Contract.command;
import static dev.covenant.orders.client.Contract.commandWithoutToken;
import static dev.covenant.orders.client.Contract.lateCommand;
import static dev.covenant.orders.client.inventory.ReservationCommands.ID;
import static dev.covenant.orders.client.inventory.ReservationCommands.PATH;
import static dev.covenant.orders.client.inventory.ReservationCommands.RESERVATION;
import static dev.covenant.orders.client.inventory.ReservationCommands.commit;
import static dev.covenant.orders.client.inventory.ReservationCommands.notHeld;
import static dev.covenant.orders.client.inventory.ReservationCommands.post;
import static dev.covenant.orders.client.inventory.ReservationCommands.problem;
import static dev.covenant.orders.client.inventory.ReservationCommands.refused;
import static dev.covenant.orders.client.inventory.ReservationCommands.reserve;
import static dev.covenant.orders.client.inventory.ReservationCommands.reserveUntil;
import static dev.covenant.orders.client.inventory.ReservationCommands.stock;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the checkout needs of inventory, as the contract that inventory verifies; {@link RepeatedReservationContractTest} and
 * {@link StockContractTest} say the rest of it.
 */
class InventoryContractTest {
    private static final StepAnswer DONE = new StepAnswer.Done();

    @Test
    void reservesWhatIsThere() {
        assertThat(reserve("a request to reserve stock that is there", "stock", stock(10), ReservationCommands::held))
                .isEqualTo(DONE);
    }

    @Test
    void learnsWhatIsShort() {
        var answer =
                reserve("a request to reserve more than is there", "stock", stock(1), ReservationCommands::oneIsLeft);
        assertThat(answer).isEqualTo(refused("insufficient-stock", "Not enough stock: MUG-BLUE (1 left)."));
    }

    @Test
    void learnsThatTheReservationWasReleasedBeforeItCame() {
        assertThat(reserve(
                        "a request to reserve what was released before",
                        "a released reservation",
                        RESERVATION,
                        http -> problem(http, "reservation-released")))
                .isEqualTo(notHeld("reservation-released"));
    }

    @Test
    void commitsAHeldReservation() {
        assertThat(post("commit", "a held reservation", ReservationCommands::settled, InventoryClient::commit))
                .isEqualTo(DONE);
    }

    @Test
    void learnsAtCommitThatTheHoldHasExpired() {
        assertThat(post(
                        "commit",
                        "an expired reservation",
                        http -> problem(http, "reservation-expired"),
                        InventoryClient::commit))
                .isEqualTo(notHeld("reservation-expired"));
    }

    @Test
    void learnsAtCommitThatTheReservationWasReleased() {
        assertThat(post(
                        "commit",
                        "a released reservation",
                        http -> problem(http, "reservation-released"),
                        InventoryClient::commit))
                .isEqualTo(notHeld("reservation-released"));
    }

    @Test
    void releasesAHeldReservation() {
        assertThat(post("release", "a held reservation", ReservationCommands::settled, InventoryClient::release))
                .isEqualTo(DONE);
    }

    @Test
    void releasesAReservationThatNeverCame() {
        assertThat(post("release", "no reservation", ReservationCommands::settled, InventoryClient::release))
                .isEqualTo(DONE);
    }

    @Test
    void learnsThatACommittedReservationIsNotReleased() {
        assertThat(post(
                        "release",
                        "a committed reservation",
                        http -> problem(http, "reservation-committed"),
                        InventoryClient::release))
                .isEqualTo(refused("reservation-committed", "The reservation is committed."));
    }

    @Test
    void returnsACommittedReservation() {
        assertThat(post("return", "a committed reservation", ReservationCommands::settled, InventoryClient::takeBack))
                .isEqualTo(DONE);
    }

    @Test
    void releasesAReservationThatHasExpired() {
        assertThat(post("release", "an expired reservation", ReservationCommands::settled, InventoryClient::release))
                .isEqualTo(DONE);
    }

    @Test
    void learnsAtCommitThatThereWasNeverEnough() {
        assertThat(post(
                        "commit",
                        "a refused reservation",
                        http -> problem(http, "reservation-refused"),
                        InventoryClient::commit))
                .isEqualTo(notHeld("reservation-refused"));
    }

    @Test
    void doesNotTakeAnUnknownReservationForAnAnswer() {
        var answer = post(
                "commit",
                "no reservation",
                http -> http.willRespondWith(response -> response.status(404)),
                InventoryClient::commit);
        assertThat(answer).isEqualTo(new StepAnswer.Unknown("status 404"));
    }

    @Test
    void doesNotKnowWhatBecameOfACommitThatCameTooLate() {
        var answer = commit(
                "a request to commit that comes too late",
                "a held reservation",
                RESERVATION,
                http -> lateCommand(http, "POST", PATH + "/commit"),
                Contract::isUnavailable);
        assertThat(answer).isEqualTo(new StepAnswer.Unknown("status 503"));
    }

    @Test
    void commitsNothingWhenItsTokenIsRefused() {
        var answer = commit(
                "a request to commit with a token that is refused",
                "the consumer's token is refused",
                Map.of(),
                http -> command(http, "POST", PATH + "/commit", null),
                Contract::refusesTheToken);
        assertThat(answer).isEqualTo(new StepAnswer.Unknown("status 401"));
    }

    @Test
    void commitsNothingWhenItsTokenIsLost() {
        var answer = commit(
                "a request to commit without a token",
                "a held reservation",
                RESERVATION,
                http -> commandWithoutToken(http, "POST", PATH + "/commit"),
                Contract::refusesTheToken);
        assertThat(answer).isEqualTo(new StepAnswer.Unknown("status 401"));
    }

    @Test
    void doesNotTakeBackWhatIsOnlyHeld() {
        assertThat(post(
                        "return",
                        "a held reservation",
                        http -> problem(http, "reservation-not-committed"),
                        InventoryClient::takeBack))
                .isEqualTo(new StepAnswer.Unknown("problem reservation-not-committed"));
    }

    @Test
    void learnsThatItsIdWasUsedForOtherLines() {
        var answer = reserve(
                "a request to reserve something else under the same id",
                "a held reservation",
                Map.of("reservationId", ID.toString(), "sku", "MUG-BLUE", "quantity", 3),
                http -> answers(http, 422, body -> body.stringValue("type", "urn:covenant:problem:id-reused")));
        assertThat(answer).isEqualTo(new StepAnswer.NotUnderstood("status 422 id-reused "));
    }

    @Test
    void learnsWhichFieldIsNotUnderstood() {
        var answer = reserveUntil(
                Instant.parse("2020-01-01T00:10:00Z"),
                "a request to reserve until a time long past",
                http -> answers(http, 400, body -> body.stringValue("type", "urn:covenant:problem:invalid-request")
                        .array("errors", errors -> errors.object(error -> error.stringValue("field", "expiresAt")))));
        assertThat(answer).isEqualTo(new StepAnswer.NotUnderstood("status 400 invalid-request expiresAt"));
    }
}
