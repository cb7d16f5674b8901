package dev.covenant.chaos.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.covenant.chaos.Watch;
import dev.covenant.chaos.sabotage.Saboteur;
import dev.covenant.chaos.schedule.Strike;
import dev.covenant.chaos.traffic.Traffic;

/** A line in the terminal every few seconds: who came, who has an answer, what is broken now. */
final class RunningText implements Watch {
    private static final int SECONDS = 10;

    private final PrintWriter out;

    RunningText(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Watching over(Traffic traffic, Saboteur saboteur) {
        var begin = System.nanoTime();
        var timer = Executors.newSingleThreadScheduledExecutor();
        timer.scheduleAtFixedRate(
                () -> tell(Duration.ofNanos(System.nanoTime() - begin), traffic, saboteur),
                SECONDS,
                SECONDS,
                TimeUnit.SECONDS);
        return timer::shutdownNow;
    }

    @Override
    public void healed(Duration after) {
        line("  %s  healed; waiting until nothing is under way", clock(after));
    }

    private void tell(Duration at, Traffic traffic, Saboteur saboteur) {
        var now = saboteur.now().stream().map(RunningText::words).sorted().collect(Collectors.joining(", "));
        line(
                "  %s  %5d came, %4d wait | %3d faults over%s",
                clock(at),
                traffic.visits().size(),
                traffic.waiting(),
                saboteur.struck().size(),
                now.isEmpty() ? "" : "; now " + now);
    }

    private static String words(Strike strike) {
        return "%s %s".formatted(strike.target(), strike.blow());
    }

    private static String clock(Duration at) {
        return "%02d:%02d".formatted(at.toMinutes(), at.toSecondsPart());
    }

    private void line(String format, Object... values) {
        out.printf(format + "%n", values);
        out.flush();
    }
}
