package dev.covenant.delivery.local;

import java.util.ArrayDeque;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.stack.Progress;

/**
 * Brings the replicas of a service to one version, one by one. It looks at what is there and not at what an earlier attempt meant to do, so
 * it may be broken off anywhere and run again, for the same version or for another.
 */
final class RollingSwap {
    private final Fleet fleet;
    private final int wanted;

    /** @param wanted how many replicas there are to be */
    RollingSwap(Fleet fleet, int wanted) {
        this.fleet = fleet;
        this.wanted = wanted;
    }

    /** There are never fewer replicas than before or than wanted, and never more than one above that. */
    void to(Release release, Progress progress) {
        fleet.tidyUp();
        var others = new ArrayDeque<>(fleet.serving().stream()
                .filter(replica -> !replica.version().equals(release.version()))
                .toList());
        for (var there = fleet.serving().size() - others.size(); there < wanted; there++) {
            progress.step("start and try one", () -> fleet.admit(fleet.start(release)));
            if (!others.isEmpty()) {
                dismiss(others.poll(), progress);
            }
        }
        others.forEach(replica -> dismiss(replica, progress));
        fleet.serving().stream().skip(wanted).forEach(replica -> dismiss(replica, progress));
    }

    void toNothing(Progress progress) {
        fleet.tidyUp();
        fleet.serving().forEach(replica -> dismiss(replica, progress));
    }

    private void dismiss(Replica replica, Progress progress) {
        progress.step("drain and stop one", () -> fleet.dismiss(replica));
    }
}
