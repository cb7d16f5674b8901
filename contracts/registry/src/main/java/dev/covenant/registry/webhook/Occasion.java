package dev.covenant.registry.webhook;

import java.util.Optional;

import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.verification.Verification;

/**
 * What is told.
 *
 * @param verification the result; of a contract that was published the latest one of the same content, if there is any
 * @param awaiting the provider version from which a result is wanted, if that is what is told
 */
record Occasion(Pact pact, Optional<Verification> verification, Optional<AwaitingVersion> awaiting) {

    static Occasion of(Pact pact, Optional<Verification> verification) {
        return new Occasion(pact, verification, Optional.empty());
    }

    Occasion awaiting(AwaitingVersion version) {
        return new Occasion(pact, Optional.empty(), Optional.of(version));
    }

    Optional<String> providerVersion() {
        return awaiting.map(AwaitingVersion::number).or(() -> verification.map(Verification::providerVersion));
    }
}
