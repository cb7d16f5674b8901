package dev.covenant.delivery.rollout;

import dev.covenant.delivery.holds.Hold;
import dev.covenant.devstack.stack.Part;

/** The standings of an environment, kept where a deployer that dies leaves them. */
public interface Standings {

    /**
     * Keeps others from changing a service until it is closed, or until this process ends, however that happens.
     *
     * @param purpose told to whoever is refused
     * @throws dev.covenant.devstack.DevstackException when somebody else has it, saying who
     */
    Hold hold(Part service, String purpose);

    /**
     * Keeps others from recording anything in this environment until it is closed; waits for those who do.
     *
     * @throws dev.covenant.devstack.DevstackException when they take too long, saying who
     */
    Hold turn(Part service);

    Standing read(Part service);

    /** Returns when it is on disk, whole. */
    void write(Part service, Standing standing);
}
