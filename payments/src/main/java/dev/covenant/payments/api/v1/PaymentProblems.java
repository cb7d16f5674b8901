package dev.covenant.payments.api.v1;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.covenant.chassis.problem.Problem;

/** The refusals of this API; their types are part of its contract. */
final class PaymentProblems {
    private static final int RETRY_SECONDS = 1;

    private PaymentProblems() {}

    /** For an id that does not exist, and for one that is another client's. */
    static Response notFound() {
        return Problem.of(404, "payment-not-found", "No such payment")
                .detail("There is no such payment of yours.")
                .response();
    }

    static Response unsupportedCurrency(List<String> supported) {
        return Problem.invalid("currency", "must be one of " + String.join(", ", supported))
                .response();
    }

    static Response idReused() {
        return Problem.of(422, "id-reused", "Id used for another request")
                .detail("This id was used with another body. A new command needs a new id.")
                .response();
    }

    static Response voided() {
        return Problem.of(409, "payment-voided", "Payment voided")
                .detail("The payment was voided; nothing is or stays authorized.")
                .response();
    }

    static Response declined() {
        return Problem.of(409, "payment-declined", "Payment declined")
                .detail("The payment was declined; there is nothing to capture.")
                .response();
    }

    static Response pending() {
        return Problem.of(409, "payment-pending", "Payment pending")
                .detail("The provider has not answered the authorization yet.")
                .response();
    }

    static Response captured() {
        return Problem.of(409, "payment-captured", "Payment captured")
                .detail("The money was taken; it can be refunded.")
                .response();
    }

    static Response captureRefused() {
        return Problem.of(409, "capture-refused", "Capture refused")
                .detail("The provider refused the capture for good and holds nothing any more.")
                .response();
    }

    static Response notCaptured() {
        return Problem.of(409, "payment-not-captured", "Payment not captured")
                .detail("Nothing was captured, so there is nothing to refund.")
                .response();
    }

    static Response exceedsCaptured() {
        return Problem.of(409, "refund-exceeds-captured", "Refund exceeds what was captured")
                .detail("When the refund was asked for, less than its amount was left of what was captured.")
                .response();
    }

    /** The outcome is unknown: the same request again finds it out. */
    static Response providerUnavailable() {
        return Problem.of(503, "provider-unavailable", "Provider unavailable")
                .detail(
                        "The payment provider has not answered; it may or may not have done it. Send the same request again.")
                .responding()
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }
}
