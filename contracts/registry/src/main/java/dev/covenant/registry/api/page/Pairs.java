package dev.covenant.registry.api.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;
import dev.covenant.registry.verification.Verification;
import dev.covenant.registry.verification.Verifications;

/** The pairs that have contracts: of each the latest contract, and what came of verifying it last. */
@ApplicationScoped
class Pairs {
    private final Pacts pacts;
    private final Verifications verifications;

    @Inject
    Pairs(Pacts pacts, Verifications verifications) {
        this.pacts = pacts;
        this.verifications = verifications;
    }

    /** By consumer and provider, those of which one has the word in its name. */
    List<Pair> find(String word, int limit, long offset) {
        var found = pacts.latestOfEachPair(word, limit, offset);
        var results = verifications.latest(found).stream()
                .collect(Collectors.toMap(Verification::contentId, Function.identity()));
        return found.stream()
                .map(pact -> new Pair(pact, results.get(pact.contentId())))
                .toList();
    }

    /** @param verification null when there is none */
    record Pair(Pact pact, Verification verification) {
        Verdict verdict() {
            return Verdict.of(verification == null ? null : verification.success());
        }
    }
}
