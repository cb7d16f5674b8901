package dev.covenant.chassis.admission;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limiter.AbstractPartitionedLimiter;

/** Lets requests in, up to a limit that follows how long they take. Thread-safe. */
final class Admission {
    private final AbstractPartitionedLimiter<Kind> limiter;

    /** @param nanoTime a clock that never goes back */
    Admission(AdmissionLimits limits, LongSupplier nanoTime) {
        var reads = limits.readsPercent() / 100.0;
        limiter = (AbstractPartitionedLimiter<Kind>) new Builder()
                .partitionResolver(Kind::name)
                .partition(Kind.COMMANDS.name(), 1 - reads)
                .partition(Kind.READS.name(), reads)
                .limit(AIMDLimit.newBuilder()
                        .minLimit(limits.least())
                        .initialLimit(limits.first())
                        .maxLimit(limits.most())
                        .timeout(limits.bearableMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .nanoClock(nanoTime)
                .build();
    }

    /** Empty when there is no room: whoever is let in says so when it is over, once. */
    Optional<Limiter.Listener> tryEnter(Kind kind) {
        return limiter.acquire(kind);
    }

    /** As it is now. */
    int limit() {
        return limiter.getLimit();
    }

    int inside() {
        return limiter.getInflight();
    }

    private static final class Builder extends AbstractPartitionedLimiter.Builder<Builder, Kind> {
        @Override
        protected Builder self() {
            return this;
        }
    }
}
