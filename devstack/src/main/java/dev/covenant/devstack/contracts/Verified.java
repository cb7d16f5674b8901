package dev.covenant.devstack.contracts;

import java.util.List;

/**
 * What came of verifying contracts.
 *
 * @param kept how many interactions
 * @param broken the message of each interaction that is not kept, and should be
 * @param pending the message of each that is not kept yet, and fails nothing
 */
public record Verified(int kept, List<String> broken, List<String> pending) {
    public Verified {
        broken = List.copyOf(broken);
        pending = List.copyOf(pending);
    }

    /** Whether the provider may go on as it is. */
    public boolean isGreen() {
        return broken.isEmpty();
    }
}
