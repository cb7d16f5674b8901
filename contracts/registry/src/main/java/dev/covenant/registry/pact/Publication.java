package dev.covenant.registry.pact;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a consumer's build publishes: its version, and its contracts with providers.
 *
 * @param branch null when it was not given
 * @param buildUrl null when it was not given
 */
public record Publication(
        String consumer, String version, String branch, List<String> tags, String buildUrl, List<Contract> contracts) {

    /**
     * @param merge whether it is to be added to what the version has published before, such as that of a parallel build
     */
    public record Contract(String provider, ObjectNode pact, boolean merge) {}
}
