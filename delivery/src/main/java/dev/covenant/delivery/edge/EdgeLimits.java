package dev.covenant.delivery.edge;

/**
 * What the edge lets through.
 *
 * @param requestsIn10Seconds of one client; more are answered 429
 * @param bodyBytes that a request may announce; more are answered 413
 * @param connections open at once, a quarter of them for services alone; more wait in the kernel's queue
 * @param connectionsOfOneAddress open at once from outside; more are closed at once
 */
public record EdgeLimits(int requestsIn10Seconds, int bodyBytes, int connections, int connectionsOfOneAddress) {
    /** 100 requests a second for a client, 1 MiB, 2,000 connections, 500 from one address. */
    public static final EdgeLimits USUAL = new EdgeLimits(1_000, 1_048_576, 2_000, 500);

    /** Open at once from outside, from all addresses. */
    int entryConnections() {
        return connections - connections / 4;
    }
}
