package dev.covenant.delivery.pipeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.LogTail;

/** Takes a version of one service along its way, and says how long each stage took. */
public final class Pipeline {
    private final Path root;
    private final Shipment shipment;
    private final Timesheet times;
    private final Budget budget;
    private final PrintWriter out;

    public Pipeline(Path root, Shipment shipment, Timesheet times, Budget budget, PrintWriter out) {
        this.root = root;
        this.shipment = shipment;
        this.times = times;
        this.budget = budget;
        this.out = out;
    }

    /**
     * Runs stages, in this order.
     *
     * @throws DevstackException when one fails, or when the time for it and those before is used up
     */
    public void run(List<Stage> stages) {
        var commands = new StageCommands(root, shipment);
        out.printf("%s %s%n", shipment.service(), Release.shortened(shipment.version()));
        for (var stage : stages) {
            var begun = System.nanoTime();
            commands.of(stage).forEach(command -> run(stage, command));
            times.add(stage, Duration.ofNanos(System.nanoTime() - begun));
            report(stage, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void report(Stage stage, Duration took) {
        var total = times.total(stage);
        var limit = budget.until(stage);
        out.printf(
                "= %-13s %6.1f s, %6.1f s so far of %d s%n",
                stage, took.toMillis() / 1000.0, total.toMillis() / 1000.0, limit.toSeconds());
        out.flush();
        if (total.compareTo(limit) > 0) {
            throw new DevstackException("Over budget: %s took %d s up to %s, and %d s are allowed. What became slower?"
                    .formatted(shipment.service(), total.toSeconds(), stage, limit.toSeconds()));
        }
    }

    private void run(Stage stage, List<String> command) {
        var aside = StageCommands.isTalkative(command);
        out.printf("$ %s%s%n", String.join(" ", command), aside ? "  (more in %s)".formatted(times.log(stage)) : "");
        out.flush();
        var failure = "%s failed at %s: %s".formatted(shipment.service(), stage, String.join(" ", command));
        try {
            var builder = new ProcessBuilder(command).directory(root.toFile());
            if (aside) {
                runAside(builder, times.log(stage), failure);
            } else if (builder.inheritIO().start().waitFor() != 0) {
                throw new DevstackException(failure);
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot run %s: %s".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted at " + stage, e);
        }
    }

    /** Tests provoke what they warn of: of interest only when one fails. */
    private static void runAside(ProcessBuilder builder, Path log, String failure)
            throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        var running =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        running.getOutputStream().close();
        if (running.waitFor() != 0) {
            throw new DevstackException(failure + System.lineSeparator() + LogTail.of(log));
        }
    }
}
