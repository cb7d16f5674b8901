package dev.covenant.chaos.conscience;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.chaos.traffic.Visit;
import dev.covenant.chaos.traffic.Visits;

import static org.assertj.core.api.Assertions.assertThat;

/** Each check finds what it is for, and nothing in what is right. */
class JournalChecksTest {
    private static final UUID ORDER = UUID.randomUUID();

    @Test
    void whatIsAsItWasSaidIsRight() {
        var visit = Visits.ofOneMug().told(201, ORDER, "CONFIRMED").over();
        for (var check : JournalChecks.values()) {
            assertThat(check.wrong(visit, List.of(order(ORDER, "CONFIRMED", "", 1))))
                    .as(check.id())
                    .isEmpty();
        }
    }

    @Test
    void anAcknowledgedOrderThatIsNotThereIsFound() {
        assertThat(JournalChecks.KEPT.wrong(
                        Visits.ofOneMug().told(202, ORDER, "PENDING").over(), List.of()))
                .contains("there is no order " + ORDER);
    }

    @Test
    void anOrderOfOtherPiecesIsFound() {
        assertThat(JournalChecks.KEPT.wrong(confirmed(), List.of(order(ORDER, "CONFIRMED", "", 2))))
                .isPresent();
    }

    @Test
    void aConfirmedOrderThatWasRejectedIsFound() {
        assertThat(JournalChecks.KEPT.wrong(confirmed(), List.of(order(ORDER, "REJECTED", "payment-timeout", 1))))
                .isPresent();
    }

    @Test
    void twoResultsOfOneKeyAreFound() {
        var visit = Visits.ofOneMug()
                .told(202, ORDER, "PENDING")
                .told(201, ORDER, "CONFIRMED")
                .over();
        assertThat(JournalChecks.ONE_RESULT.wrong(visit, List.of())).isPresent();
    }

    @Test
    void aSecondOrderOfOneKeyIsFoundUnlessItWasGivenUp() {
        var kept = order(ORDER, "CONFIRMED", "", 1);
        assertThat(JournalChecks.ONE_ORDER.wrong(
                        confirmed(), List.of(kept, order(UUID.randomUUID(), "PENDING", "", 1))))
                .isPresent();
        var givenUp = order(UUID.randomUUID(), "REJECTED", "inventory-unavailable", 1);
        assertThat(JournalChecks.ONE_ORDER.wrong(confirmed(), List.of(kept, givenUp)))
                .isEmpty();
    }

    @Test
    void aCancellationThatWasAcceptedAndForgottenIsFound() {
        var visit = Visits.ofOneMug().told(201, ORDER, "CONFIRMED").cancelled().over();
        assertThat(JournalChecks.CANCELLED.wrong(visit, List.of(order(ORDER, "CONFIRMED", "", 1))))
                .isPresent();
        assertThat(JournalChecks.CANCELLED.wrong(visit, List.of(order(ORDER, "CANCELLED", "cancelled-by-customer", 1))))
                .isEmpty();
    }

    @Test
    void aFaultOfOursIsFound() {
        assertThat(JournalChecks.REFUSED_WITH_REASON.wrong(
                        Visits.ofOneMug().refused(500, "internal-error").waiting(), List.of()))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid-request",
        "401,unauthorized",
        "404,not-found",
        "409,price-changed",
        "422,idempotency-key-reused",
        "503,''"
    })
    void aRefusalOfWhatIsRightIsFound(int status, String problem) {
        assertThat(JournalChecks.REFUSED_WITH_REASON.wrong(
                        Visits.ofOneMug().refused(status, problem).over(), List.of()))
                .isPresent();
    }

    @Test
    void whoeverIsAskedToComeAgainIsRefusedWell() {
        var visit = Visits.ofOneMug()
                .refused(503, "overloaded")
                .refused(429, "too-many-requests")
                .refused(409, "request-in-progress")
                .waiting();
        assertThat(JournalChecks.REFUSED_WITH_REASON.wrong(visit, List.of())).isEmpty();
        assertThat(JournalChecks.REFUSED_WITH_REASON.isAbout(visit, List.of())).isTrue();
    }

    @Test
    void anOrderOfWhoWasRefusedForGoodIsFound() {
        var visit = Visits.ofOneMug().refused(422, "not-sold").over();
        assertThat(JournalChecks.ONE_ORDER.wrong(visit, List.of(order(ORDER, "CONFIRMED", "", 1))))
                .isPresent();
    }

    @Test
    void anOrderOfWhoNeverHeardMayBeThereOnce() {
        var visit = Visits.ofOneMug().waiting();
        var one = order(ORDER, "CONFIRMED", "", 1);
        assertThat(JournalChecks.ONE_ORDER.wrong(visit, List.of(one))).isEmpty();
        assertThat(JournalChecks.ONE_ORDER.wrong(visit, List.of(one, order(UUID.randomUUID(), "CONFIRMED", "", 1))))
                .isPresent();
    }

    @Test
    void anOrderAndARefusalForOneKeyAreFound() {
        var visit = Visits.ofOneMug()
                .told(201, ORDER, "CONFIRMED")
                .refused(422, "idempotency-key-reused")
                .over();
        assertThat(JournalChecks.ONE_RESULT.wrong(visit, List.of())).isPresent();
    }

    @Test
    void aRejectionForAnotherReasonThanWasSaidIsFound() {
        var visit = Visits.ofOneMug().rejected(ORDER, "payment-declined").over();
        assertThat(JournalChecks.KEPT.wrong(visit, List.of(order(ORDER, "REJECTED", "payment-timeout", 1))))
                .isPresent();
        assertThat(JournalChecks.KEPT.wrong(visit, List.of(order(ORDER, "REJECTED", "payment-declined", 1))))
                .isEmpty();
    }

    @Test
    void aCancellationThatWasRefusedWithoutReasonIsFound() {
        var visit = Visits.ofOneMug()
                .told(201, ORDER, "CONFIRMED")
                .refusedToCancel()
                .over();
        assertThat(JournalChecks.CANCELLED.wrong(visit, List.of(order(ORDER, "CONFIRMED", "", 1))))
                .isPresent();
        assertThat(JournalChecks.CANCELLED.wrong(visit, List.of(order(ORDER, "REJECTED", "insufficient-stock", 1))))
                .isEmpty();
    }

    @Test
    void aCheckIsOnlyAboutThoseWhomItCouldFindWrong() {
        var visit = confirmed();
        var orders = List.of(order(ORDER, "CONFIRMED", "", 1));
        assertThat(Stream.of(JournalChecks.values()).filter(check -> check.isAbout(visit, orders)))
                .containsExactly(
                        JournalChecks.ANSWERED, JournalChecks.KEPT, JournalChecks.ONE_ORDER, JournalChecks.FITS_WISH);
    }

    @Test
    void whoeverNeverHeardIsFound() {
        assertThat(JournalChecks.ANSWERED.wrong(Visits.ofOneMug().waiting(), List.of()))
                .isPresent();
    }

    private static Visit confirmed() {
        return Visits.ofOneMug().told(201, ORDER, "CONFIRMED").over();
    }

    private static OrderRow order(UUID id, String status, String why, int pieces) {
        return new OrderRow(id, "ann", status, why, 1290L * pieces, new TreeMap<>(Map.of("CHAOS-MUG-0", pieces)));
    }
}
