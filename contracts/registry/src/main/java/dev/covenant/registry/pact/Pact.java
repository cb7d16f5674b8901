package dev.covenant.registry.pact;

import java.time.Instant;

/**
 * A consumer version's contract with a provider. Its text is read by {@link Pacts#text}.
 *
 * @param id of the publication: the higher, the later it was published
 * @param consumer its name
 * @param provider its name
 * @param versionId of the consumer version: its place in the order
 * @param version the consumer version's number
 * @param contentId of what it says; verification results belong to it
 * @param sha of what it says
 * @param revision 1 unless it was published again with other content
 * @param createdAt when this revision was published
 */
public record Pact(
        long id,
        long consumerId,
        String consumer,
        long providerId,
        String provider,
        long versionId,
        String version,
        long contentId,
        String sha,
        int revision,
        Instant createdAt) {

    /** As people and clients call it. */
    public String title() {
        return "Pact between %s (%s) and %s".formatted(consumer, version, provider);
    }
}
