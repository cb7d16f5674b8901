package dev.covenant.payments.api.v1;

import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

import dev.covenant.payments.payment.AuthorizeOutcome;
import dev.covenant.payments.payment.CaptureOutcome;
import dev.covenant.payments.payment.VoidOutcome;
import dev.covenant.payments.refund.RefundOutcome;

/** Tells operators what became of each command: one line of the log and one count. Each method returns the outcome that it is given. */
@ApplicationScoped
class CommandReport {
    private static final System.Logger LOG = System.getLogger(CommandReport.class.getName());
    private static final String NOT_FOUND = "not-found";
    private static final String UNANSWERED = "unanswered";

    private final MetricRegistry metrics;

    @Inject
    CommandReport(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    AuthorizeOutcome authorize(UUID paymentId, AuthorizeOutcome outcome) {
        tell(
                "authorize",
                paymentId,
                switch (outcome) {
                    case AuthorizeOutcome.Known(var payment) -> named(payment.state());
                    case AuthorizeOutcome.Voided() -> "voided";
                    case AuthorizeOutcome.DifferentRequest() -> "different-request";
                    case AuthorizeOutcome.BelongsToAnother() -> NOT_FOUND;
                    case AuthorizeOutcome.UnsupportedCurrency _ -> "unsupported-currency";
                });
        return outcome;
    }

    CaptureOutcome capture(UUID paymentId, CaptureOutcome outcome) {
        tell(
                "capture",
                paymentId,
                switch (outcome) {
                    case CaptureOutcome.Captured _ -> "captured";
                    case CaptureOutcome.Refused() -> "refused";
                    case CaptureOutcome.Pending() -> "pending";
                    case CaptureOutcome.Declined() -> "declined";
                    case CaptureOutcome.Voided() -> "voided";
                    case CaptureOutcome.Unanswered() -> UNANSWERED;
                    case CaptureOutcome.NotFound() -> NOT_FOUND;
                });
        return outcome;
    }

    VoidOutcome cancel(UUID paymentId, VoidOutcome outcome) {
        tell(
                "void",
                paymentId,
                switch (outcome) {
                    case VoidOutcome.Accepted(var payment) -> named(payment.state());
                    case VoidOutcome.Captured() -> "captured";
                    case VoidOutcome.Unanswered() -> UNANSWERED;
                    case VoidOutcome.NotFound() -> NOT_FOUND;
                });
        return outcome;
    }

    RefundOutcome refund(UUID refundId, RefundOutcome outcome) {
        tell(
                "refund",
                refundId,
                switch (outcome) {
                    case RefundOutcome.Known(var refund) -> named(refund.state());
                    case RefundOutcome.ExceedsCaptured() -> "exceeds-captured";
                    case RefundOutcome.NotCaptured() -> "not-captured";
                    case RefundOutcome.DifferentRequest() -> "different-request";
                    case RefundOutcome.NotFound() -> NOT_FOUND;
                });
        return outcome;
    }

    private void tell(String command, UUID id, String outcome) {
        LOG.log(System.Logger.Level.INFO, "{0} {1}: {2}", command, id, outcome);
        metrics.counter(
                        "payments.commands",
                        new Tag("by", "request"),
                        new Tag("command", command),
                        new Tag("outcome", outcome))
                .inc();
    }

    private static String named(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
