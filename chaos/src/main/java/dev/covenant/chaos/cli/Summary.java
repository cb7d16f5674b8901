package dev.covenant.chaos.cli;

import java.util.Optional;

import dev.covenant.chaos.ChaosResult;
import dev.covenant.chaos.traffic.Visit;

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
        text.append(
                verdict.isClean()
                        ? "Nothing was lost.%n".formatted()
                        : "%d promises broken. The same faults again: ./covenant chaos --seed %d --minutes %s --rate %s --faults %d%n"
                                .formatted(
                                        verdict.count(),
                                        result.plan().seed(),
                                        result.plan().time().toMillis() / 60e3,
                                        result.plan().perSecond(),
                                        result.plan().faults()));
        return text.toString();
    }
}
