package dev.covenant.audit.books;

import java.util.Optional;
import java.util.UUID;

/** The provider's name for a charge: text to it, to us the id of a payment as UUIDs are usually written. */
public final class ChargeId {
    private ChargeId() {}

    /** Empty when it is no id that we could have given. */
    public static Optional<UUID> paymentId(String chargeId) {
        try {
            return Optional.of(UUID.fromString(chargeId))
                    .filter(id -> id.toString().equals(chargeId));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
