package dev.covenant.registry.webhook;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.secrets.Sealer;

/** Requests at rest: sealed as a whole, each for its webhook. */
@ApplicationScoped
class RequestSealer {
    private final Optional<Sealer> sealer;
    private final Targets targets;

    @Inject
    RequestSealer(@ConfigProperty(name = "ENCRYPTION_KEY") Optional<String> key, Targets targets) {
        this.sealer = key.map(Sealer::new);
        this.targets = targets;
    }

    /** A server that could not keep what it is given does not start. */
    void check(@Observes Startup startup) {
        if (targets.areAny()) {
            sealer();
        }
    }

    byte[] seal(WebhookRequest request, String uuid) {
        return sealer().seal(request.json(), uuid);
    }

    /** Empty when it was sealed with another key, or there is none any more. */
    Optional<WebhookRequest> open(byte[] sealed, String uuid) {
        try {
            return sealer.map(key -> WebhookRequest.of(key.open(sealed, uuid)));
        } catch (IllegalStateException otherKey) {
            return Optional.empty();
        }
    }

    private Sealer sealer() {
        return sealer.orElseThrow(() ->
                new IllegalStateException("Webhooks need ENCRYPTION_KEY, 32 bytes in Base64, to keep their secrets"));
    }
}
