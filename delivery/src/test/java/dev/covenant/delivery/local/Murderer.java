package dev.covenant.delivery.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/** Kills replicas, once, when a step is done. */
final class Murderer implements Progress {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String step;
    private final Supplier<List<Replica>> victims;
    private boolean done;

    Murderer(String step, Supplier<List<Replica>> victims) {
        this.step = step;
        this.victims = victims;
    }

    @Override
    public void done(String ended, Duration took) {
        if (!done && ended.equals(step)) {
            done = true;
            Ending.kill(
                    victims.get().stream()
                            .flatMap(replica -> replica.process().find().stream())
                            .toList(),
                    LIMIT);
        }
    }

    @Override
    public void lost(Part part, Path log) {}
}
