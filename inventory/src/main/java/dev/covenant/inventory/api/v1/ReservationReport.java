package dev.covenant.inventory.api.v1;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

import dev.covenant.inventory.reservation.ChangeOutcome;
import dev.covenant.inventory.reservation.ReserveOutcome;

/** Tells operators what became of each command on a reservation: one line of the log and one count. */
@ApplicationScoped
class ReservationReport {
    private static final System.Logger LOG = System.getLogger(ReservationReport.class.getName());

    private final MetricRegistry metrics;

    @Inject
    ReservationReport(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    /** @return the outcome that it is given */
    ReserveOutcome reserve(UUID id, ReserveOutcome outcome) {
        var name =
                switch (outcome) {
                    case ReserveOutcome.Reserved _ -> "reserved";
                    case ReserveOutcome.ShortOfStock _ -> "short-of-stock";
                    case ReserveOutcome.NotInForce _ -> "not-in-force";
                    case ReserveOutcome.DifferentRequest() -> "different-request";
                    case ReserveOutcome.BelongsToAnother() -> "not-found";
                };
        tell("reserve", id, name);
        return outcome;
    }

    /** @return the outcome that it is given */
    ChangeOutcome change(String command, UUID id, ChangeOutcome outcome) {
        var name =
                switch (outcome) {
                    case ChangeOutcome.Done _ -> "done";
                    case ChangeOutcome.Impossible _ -> "impossible";
                    case ChangeOutcome.NotFound() -> "not-found";
                };
        tell(command, id, name);
        return outcome;
    }

    private void tell(String command, UUID id, String outcome) {
        LOG.log(System.Logger.Level.INFO, "{0} {1}: {2}", command, id, outcome);
        metrics.counter("inventory.reservation.commands", new Tag("command", command), new Tag("outcome", outcome))
                .inc();
    }
}
