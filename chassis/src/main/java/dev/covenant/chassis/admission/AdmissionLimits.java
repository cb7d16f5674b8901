package dev.covenant.chassis.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests this server works on at once. The number follows how long they take: it shrinks by a tenth with each one that took
 * longer than bearable, and grows by one with each one that did not, while half of it is in use (additive increase, multiplicative
 * decrease).
 *
 * @param least requests at once, however slow they are
 * @param most requests at once; few enough that they all find a thread, or they would wait where nobody refuses them
 * @param bearableMillis what a request may take
 * @param readsPercent the share that is kept for reads when commands would take all; the rest is kept for commands
 */
record AdmissionLimits(int least, int most, long bearableMillis, int readsPercent) {

    AdmissionLimits {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "covenant.admission.least must be from 1 to covenant.admission.most (%d), not %d"
                            .formatted(most, least));
        }
        if (bearableMillis < 1) {
            throw new IllegalArgumentException("covenant.admission.bearable-ms must be at least 1");
        }
        if (readsPercent < 1 || readsPercent > 99) {
            throw new IllegalArgumentException(
                    "covenant.admission.reads-percent must be from 1 to 99, not " + readsPercent);
        }
    }

    /** With what a server begins that knows nothing yet: a burst finds room, and too much of it is soon taken back. */
    int first() {
        return Math.min(most, 4 * least);
    }

    /** From the service's configuration. */
    @ApplicationScoped
    static class Configured {
        private final AdmissionLimits limits;

        /** For the container's proxy. */
        Configured() {
            this.limits = null;
        }

        @Inject
        Configured(
                @ConfigProperty(name = "covenant.admission.least", defaultValue = "16") int least,
                @ConfigProperty(name = "covenant.admission.most", defaultValue = "64") int most,
                @ConfigProperty(name = "covenant.admission.bearable-ms", defaultValue = "1000") long bearableMillis,
                @ConfigProperty(name = "covenant.admission.reads-percent", defaultValue = "20") int readsPercent) {
            this.limits = new AdmissionLimits(least, most, bearableMillis, readsPercent);
        }

        AdmissionLimits limits() {
            return limits;
        }
    }
}
