package dev.covenant.delivery.edge;

/**
 * What the edge lets through.
 *
 * @param requestsIn10Seconds of one client; more are answered 429
 * @param bodyBytes that a request may announce; more are answered 413
 * @param connections open at once; more wait in the kernel's queue
 */
public record EdgeLimits(int requestsIn10Seconds, int bodyBytes, int connections) {
    /** 100 requests a second for a client, 1 MiB, 2,000 connections. */
    public static final EdgeLimits USUAL = new EdgeLimits(1_000, 1_048_576, 2_000);
}
