package dev.covenant.delivery.local;

import java.util.ArrayList;
import java.util.List;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
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

    /**
     * There are never fewer replicas than before or than wanted, and never more than one above that.
     *
     * @throws DevstackException when a new one does not start or does not stay; what got requests before still does, or is gone already
     */
    void to(Release release, Progress progress) {
        fleet.tidyUp();
        var admitted = new ArrayList<Replica>();
        while (fleet.serving(release).size() < wanted) {
            progress.step("start and try one", () -> admitted.add(fleet.admit(fleet.start(release))));
            if (!fleet.others(release).isEmpty()) {
                progress.step("warm it up", () -> fleet.warmUp(admitted.getLast()));
                replace(fleet.others(release).getFirst(), admitted, progress);
            }
        }
        fleet.others(release).forEach(old -> replace(old, admitted, progress));
        fleet.serving(release).stream().skip(wanted).forEach(one -> dismiss(one, progress));
        admitted.forEach(fleet::requireInService);
    }

    void toNothing(Progress progress) {
        fleet.tidyUp();
        fleet.serving().forEach(replica -> dismiss(replica, progress));
    }

    /** A new one may die at any time, and only now is somebody looking: before the old one goes, and when it has gone. */
    private void replace(Replica old, List<Replica> admitted, Progress progress) {
        admitted.forEach(fleet::requireInService);
        dismiss(old, progress);
        admitted.forEach(fleet::requireInService);
    }

    private void dismiss(Replica replica, Progress progress) {
        progress.step("drain and stop one", () -> fleet.dismiss(replica));
    }
}
