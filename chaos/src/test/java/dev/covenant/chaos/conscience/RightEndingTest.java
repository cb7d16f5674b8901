package dev.covenant.chaos.conscience;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.chaos.traffic.Visit;
import dev.covenant.chaos.traffic.Visits;

import static org.assertj.core.api.Assertions.assertThat;

/** Which ends are right for whom. */
class RightEndingTest {
    private static final String MUG = "CHAOS-MUG-0";

    @ParameterizedTest
    @CsvSource({
        "CHAOS-MUG-0,   tok_approve,                    CONFIRMED,",
        "CHAOS-MUG-0,   tok_no_answer,                  CONFIRMED,",
        "CHAOS-MUG-0,   tok_approve,                    PENDING,",
        "CHAOS-MUG-0,   tok_decline_insufficient_funds, REJECTED,  payment-declined",
        "CHAOS-MUG-HOT, tok_approve,                    REJECTED,  insufficient-stock",
        "CHAOS-MUG-0,   tok_approve,                    REJECTED,  inventory-unavailable",
        "CHAOS-EBOOK-0, tok_slow_4000,                  REJECTED,  payment-timeout",
        "CHAOS-MUG-0,   tok_refuse_capture,             CANCELLED, payment-not-captured"
    })
    void thisIsRight(String sku, String token, String status, String why) {
        assertThat(found(Visits.of(sku, token).over(), status, why)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CHAOS-MUG-0,   tok_decline_insufficient_funds, CONFIRMED,",
        "CHAOS-MUG-0,   tok_refuse_capture,             CONFIRMED,",
        "CHAOS-MUG-0,   tok_approve,                    REJECTED,  payment-declined",
        "CHAOS-MUG-0,   tok_approve,                    REJECTED,  insufficient-stock",
        "CHAOS-EBOOK-0, tok_approve,                    REJECTED,  insufficient-stock",
        "CHAOS-EBOOK-0, tok_approve,                    REJECTED,  inventory-unavailable",
        "CHAOS-MUG-0,   tok_approve,                    REJECTED,  order-not-processable",
        "CHAOS-MUG-0,   tok_approve,                    CANCELLED, payment-not-captured",
        "CHAOS-MUG-0,   tok_approve,                    CANCELLED, cancelled-by-customer"
    })
    void thisIsFound(String sku, String token, String status, String why) {
        assertThat(found(Visits.of(sku, token).over(), status, why)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"cancelled-by-customer,false", "payment-not-captured,true"})
    void whoeverWantedToCancelHasNoOtherReasonOfHisOwn(String why, boolean isFound) {
        var visit = Visits.of(MUG, "tok_approve").cancelled().over();
        assertThat(found(visit, "CANCELLED", why)).isEqualTo(isFound);
    }

    private static boolean found(Visit visit, String status, String why) {
        var order = new OrderRow(
                UUID.randomUUID(),
                "ann",
                status,
                why == null ? "" : why,
                visit.wish().total(),
                new TreeMap<>(visit.wish().pieces()));
        return JournalChecks.FITS_WISH.wrong(visit, List.of(order)).isPresent();
    }
}
