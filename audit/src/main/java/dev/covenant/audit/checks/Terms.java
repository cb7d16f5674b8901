package dev.covenant.audit.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.covenant.audit.books.ChargeId;
import dev.covenant.audit.books.IdRange;

/**
 * What the checks of one audit need to know beside the books.
 *
 * @param client as whom orders calls its neighbours
 * @param settled whether nothing may be under way
 * @param now when the audit began
 */
public record Terms(String client, boolean settled, Instant now) {
    /** Refusals and undone things are kept so long (the design's section 3). */
    private static final Duration KEPT = Duration.ofDays(30);

    /** All checks of dossiers, in the order in which people read them. */
    public List<DossierCheck> checks() {
        return Stream.of(
                        OrderChecks.all(),
                        EventChecks.all(),
                        ReservationChecks.all(),
                        PaymentChecks.all(),
                        LedgerChecks.all(),
                        new ProviderChecks(this).all(),
                        EndChecks.all(),
                        OwnershipChecks.all(client),
                        settled ? SettledChecks.all() : List.<DossierCheck>of())
                .flatMap(List::stream)
                .toList();
    }

    /** Whether our side of a thing may be deleted by now, by the age that its id tells. */
    boolean mayBeForgotten(String chargeId) {
        return ChargeId.paymentId(chargeId)
                .filter(IdRange.madeBefore(now.minus(KEPT))::contains)
                .isPresent();
    }
}
