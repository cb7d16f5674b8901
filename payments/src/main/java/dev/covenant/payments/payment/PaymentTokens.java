package dev.covenant.payments.payment;

import java.util.HexFormat;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.secrets.Sealer;
import dev.covenant.payments.provider.PaymentToken;

/** Payment tokens at rest: sealed, each for its payment, and gone when authorize is answered. */
@ApplicationScoped
class PaymentTokens {
    private final Sealer sealer;
    private final Payments payments;

    @Inject
    PaymentTokens(@ConfigProperty(name = "ENCRYPTION_KEY") String key, Payments payments) {
        this.sealer = new Sealer(key);
        this.payments = payments;
    }

    byte[] seal(Authorization request) {
        return sealer.seal(request.token().value(), request.paymentId().toString());
    }

    /** Tells the same request from another one, also when the token is gone. */
    String fingerprint(Authorization request) {
        return HexFormat.of().formatHex(sealer.fingerprint(request.content()));
    }

    SealedToken open(UUID paymentId) {
        return payments.sealedToken(paymentId)
                .map(bytes -> open(bytes, paymentId))
                .orElseGet(SealedToken.Gone::new);
    }

    private SealedToken open(byte[] bytes, UUID paymentId) {
        try {
            return new SealedToken.Opened(new PaymentToken(sealer.open(bytes, paymentId.toString())));
        } catch (IllegalStateException e) {
            return new SealedToken.Unreadable(e.getMessage());
        }
    }
}
