package dev.covenant.orders.catalogue;

/** What became of an edit of the catalogue. */
public sealed interface OfferOutcome {
    /** New in the catalogue. */
    record Added(Product product) implements OfferOutcome {}

    /** Sold under the new terms from now on. */
    record Changed(Product product) implements OfferOutcome {}

    /** It is there already: an edit must say which version it edits. */
    record VersionNeeded() implements OfferOutcome {}

    /** Somebody else edited it meanwhile, or it is not there. */
    record OtherVersion() implements OfferOutcome {}
}
