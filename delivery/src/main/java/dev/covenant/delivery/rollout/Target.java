package dev.covenant.delivery.rollout;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/** Where a service is to run: an environment. Everything here may be repeated after it was broken off anywhere. */
public interface Target {

    /** As the registry calls it. */
    String environment();

    /** Brings the schema to where the release needs it. Migrations only expand, so that what runs meanwhile goes on. */
    void migrate(Release release, Progress progress);

    /**
     * Replaces what runs, one replica at a time, each new one ready and tried out before it gets a request. Returns when all replicas are
     * of this release.
     *
     * @throws dev.covenant.devstack.DevstackException when a new replica does not get so far; it is gone then, and what got requests
     *     before still does
     */
    void roll(Release release, Progress progress);

    /** Takes away whatever runs of the service. */
    void withdraw(Part service, Progress progress);
}
