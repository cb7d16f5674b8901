package dev.covenant.payments.payment;

/** Where a payment is in its life. */
public enum PaymentState {
    /** The provider has not answered the authorization. */
    PENDING,
    AUTHORIZED,
    DECLINED,
    /** Voided as far as the caller is concerned; the provider has not confirmed it. */
    VOIDING,
    VOIDED,
    CAPTURED,
    /** The provider refused the capture for good, and holds nothing any more. */
    CAPTURE_REFUSED;

    /** True when nothing the provider says can change it any more. */
    boolean isFinal() {
        return switch (this) {
            case PENDING, AUTHORIZED, VOIDING -> false;
            case DECLINED, VOIDED, CAPTURED, CAPTURE_REFUSED -> true;
        };
    }
}
