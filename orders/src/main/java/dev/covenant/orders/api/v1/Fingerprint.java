package dev.covenant.orders.api.v1;

import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.json.Json;
import dev.covenant.chassis.secrets.Sealer;

/**
 * Tells whether two bodies mean the same: of the body as we write it, so that spaces and the order of fields do not matter; keyed,
 * because it stays when the payment token in the body is long deleted, and must not help anybody to guess it.
 */
@ApplicationScoped
class Fingerprint {
    private final Sealer sealer;

    @Inject
    Fingerprint(@ConfigProperty(name = "ENCRYPTION_KEY") String key) {
        sealer = new Sealer(key);
    }

    String of(PlaceOrderRequest body) {
        return HexFormat.of().formatHex(sealer.fingerprint(Json.strict().writeValueAsString(body)));
    }
}
