package dev.covenant.audit.dossier;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.covenant.audit.books.Payment;
import dev.covenant.audit.books.StockClaim;

import static org.assertj.core.api.Assertions.assertThat;

/** A payment that is PENDING is what these looks suspect. */
class SecondLookTest {
    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final CaseKey KEY = new CaseKey.OfPayment(ID.toString());

    @Test
    void takesForWrongWhatStandsStill() {
        assertThat(look(pending(1), pending(1)).standing()).containsExactly(pending(1));
    }

    @Test
    void letsPassWhatHasComeToItsEndMeanwhile() {
        var confirmed = look(pending(1), captured(2));

        assertThat(confirmed.standing()).isEmpty();
        assertThat(confirmed.moving()).isEmpty();
    }

    @Test
    void looksAgainAtWhatMovedAndIsStillSuspicious() {
        assertThat(look(pending(1), pending(2), pending(3), pending(3)).standing())
                .containsExactly(pending(3));
        assertThat(look(pending(1), pending(2), captured(3)).standing()).isEmpty();
    }

    @Test
    void countsWhatNeverStoodStill() {
        var confirmed =
                look(pending(1), pending(2), pending(3), pending(4), pending(5), pending(6), pending(7), pending(8));

        assertThat(confirmed.standing()).isEmpty();
        assertThat(confirmed.moving()).containsExactly(pending(7));
    }

    @Test
    void forgetsWhatIsGone() {
        var confirmed =
                new SecondLook(_ -> Map.of(), _ -> {}).confirm(List.of(pending(1)), SecondLookTest::isSuspicious);

        assertThat(confirmed.standing()).isEmpty();
        assertThat(confirmed.moving()).isEmpty();
    }

    /** The first is what was seen before; the others are what each further look sees. */
    private static SecondLook.Confirmed look(Dossier seen, Dossier... then) {
        Deque<Dossier> further = new ArrayDeque<>(Arrays.asList(then));
        return new SecondLook(_ -> Map.of(KEY, further.pop()), _ -> {})
                .confirm(List.of(seen), SecondLookTest::isSuspicious);
    }

    private static boolean isSuspicious(Dossier dossier) {
        return dossier.payment().orElseThrow().isIn("PENDING");
    }

    private static Dossier pending(int second) {
        return dossier("PENDING", second);
    }

    private static Dossier captured(int second) {
        return dossier("CAPTURED", second);
    }

    private static Dossier dossier(String state, int second) {
        var changed = Instant.ofEpochSecond(second);
        var payment = new Payment(
                ID,
                "orders",
                state,
                "EUR",
                100L,
                null,
                0,
                0,
                0,
                Instant.EPOCH,
                changed,
                List.of(),
                List.of(),
                List.of());
        return new Dossier(
                KEY, Optional.empty(), StockClaim.none(), Optional.of(payment), List.of(), Set.of(), Set.of());
    }
}
