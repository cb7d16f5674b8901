package dev.covenant.registry.pact;

/** Told inside the transaction that publishes a contract, once for each; also when its content did not change. */
public record ContractPublished(PublishOutcome.Stored contract) {}
