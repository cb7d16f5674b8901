package dev.covenant.registry.pact;

import java.util.function.LongFunction;

import dev.covenant.registry.json.RegistryJson;
import dev.covenant.registry.pact.Publication.Contract;
import dev.covenant.registry.pact.PublishOutcome.Kind;

/**
 * What publishing one contract comes to.
 *
 * @param content what the version says from then on; null when it cannot be merged with what it said before
 * @param revision of that content
 */
record Step(String provider, Kind kind, Content content, int revision) {

    /**
     * @param sent what the contract says
     * @param before what the version has published for this provider; null for nothing
     * @param text reads what that says
     */
    static Step of(Contract contract, Content sent, Pact before, LongFunction<String> text) {
        if (before == null) {
            return new Step(contract.provider(), Kind.NEW, sent, 1);
        }
        if (sent.sha().equals(before.sha())) {
            return new Step(contract.provider(), Kind.UNCHANGED, sent, before.revision());
        }
        if (!contract.merge()) {
            return new Step(contract.provider(), Kind.MODIFIED, sent, before.revision() + 1);
        }
        var there = RegistryJson.object(text.apply(before.contentId())).orElseThrow();
        var merged = Merge.of(there, contract.pact()).map(Content::of).orElse(null);
        if (merged != null && merged.sha().equals(before.sha())) {
            return new Step(contract.provider(), Kind.UNCHANGED, merged, before.revision());
        }
        return new Step(contract.provider(), Kind.MERGED, merged, before.revision() + 1);
    }

    boolean isNewContent() {
        return switch (kind) {
            case UNCHANGED -> false;
            case NEW, MODIFIED, MERGED -> true;
        };
    }
}
