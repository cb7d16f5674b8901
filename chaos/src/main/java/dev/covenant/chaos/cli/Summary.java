package dev.covenant.chaos.cli;

import java.util.Optional;
import java.util.TreeMap;

import dev.covenant.chaos.ChaosResult;
import dev.covenant.chaos.traffic.Visit;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

/** The result for the terminal. */
final class Summary {
    private Summary() {}

    static String of(ChaosResult result) {
        var text = new StringBuilder();
        var verdict = result.verdict();
        text.append("%nSeed %d: %d customers, %d acknowledged orders, %d faults in %d s%n"
                .formatted(
                        result.plan().seed(),
                        result.visits().size(),
                        result.visits().stream()
                                .map(Visit::acknowledged)
                                .filter(Optional::isPresent)
                                .count(),
                        result.struck().size(),
                        result.plan().time().toSeconds()));
        text.append("  Answers: ").append(answers(result)).append('\n');
        result.failures().forEach(failure -> text.append("  Not taken back in time: ")
                .append(failure)
                .append('\n'));
        text.append(
                verdict.quietAfterMillis() < 0
                        ? "  Still something under way %d s after the healing%n"
                                .formatted(result.plan().quietWithin().toSeconds())
                        : "  Nothing under way %.1f s after the healing%n".formatted(verdict.quietAfterMillis() / 1e3));
        for (var promise : verdict.promises()) {
            text.append("  %-30s %,8d  %-9s %s%n"
                    .formatted(
                            promise.name(),
                            promise.examined(),
                            promise.broken() == 0 ? "ok" : promise.broken() + " WRONG",
                            promise.words()));
        }
        verdict.unread()
                .forEach(unread -> text.append("  NOT READ: ").append(unread).append('\n'));
        verdict.violations().forEach(violation -> text.append('\n').append(violation));
        text.append("Result: %s.%n".formatted(verdict.words()));
        if (!verdict.isClean()) {
            text.append("The same faults again: %s%n".formatted(result.plan().command()));
        }
        return text.toString();
    }

    /** How often customers were told what, by status and problem. */
    private static String answers(ChaosResult result) {
        return result.visits().stream()
                .flatMap(visit -> visit.heard().stream())
                .map(Visit.Heard::told)
                .map(told -> told.status() == 0
                        ? "nothing"
                        : told.isOrder() ? Integer.toString(told.status()) : told.status() + " " + told.problem())
                .collect(groupingBy(identity(), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(answer -> "%d × %s".formatted(answer.getValue(), answer.getKey()))
                .collect(joining(", "));
    }
}
