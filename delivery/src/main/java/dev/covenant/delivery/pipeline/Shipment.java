package dev.covenant.delivery.pipeline;

import dev.covenant.devstack.stack.Part;

/**
 * What goes through the stages.
 *
 * @param version a commit
 * @param firstRelease whether it is known that there is no release yet whose schema could break
 */
public record Shipment(Part service, String version, boolean firstRelease) {}
