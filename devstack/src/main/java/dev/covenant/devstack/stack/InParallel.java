package dev.covenant.devstack.stack;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

import dev.covenant.devstack.DevstackException;

/** Steps that do not depend on each other. */
final class InParallel {

    private InParallel() {}

    /**
     * Returns when all are done.
     *
     * @param giveUp called at once when one fails, to make the others end early
     * @throws RuntimeException that of the first step that failed
     */
    static void run(Collection<Runnable> steps, Runnable giveUp) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ExecutorCompletionService<Void>(threads);
            steps.forEach(step -> running.submit(step, null));
            try {
                for (int done = 0; done < steps.size(); done++) {
                    running.take().get();
                }
            } catch (ExecutionException e) {
                giveUp.run();
                throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                giveUp.run();
                Thread.currentThread().interrupt();
                throw new DevstackException("Interrupted while starting", e);
            }
        }
    }
}
