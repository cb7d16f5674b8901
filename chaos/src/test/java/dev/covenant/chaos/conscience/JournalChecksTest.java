package dev.covenant.chaos.conscience;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;

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
    void aConfirmedOrderWhosePaymentWasRefusedLaterIsRight() {
        assertThat(JournalChecks.KEPT.wrong(confirmed(), List.of(order(ORDER, "CANCELLED", "payment-not-captured", 1))))
                .isEmpty();
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
        var visit =
                Visits.ofOneMug().told(201, ORDER, "CONFIRMED").cancelled(202).over();
        assertThat(JournalChecks.CANCELLED.wrong(visit, List.of(order(ORDER, "CONFIRMED", "", 1))))
                .isPresent();
        assertThat(JournalChecks.CANCELLED.wrong(visit, List.of(order(ORDER, "CANCELLED", "cancelled-by-customer", 1))))
                .isEmpty();
    }

    @Test
    void aFaultOfOursIsFound() {
        assertThat(JournalChecks.REFUSED_WITH_REASON.wrong(
                        Visits.ofOneMug().refused(500).waiting(), List.of()))
                .isPresent();
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
