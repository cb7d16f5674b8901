package dev.covenant.registry.matrix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import dev.covenant.registry.matrix.Finding.Severity;
import dev.covenant.registry.matrix.Matrix.Verdict;

/**
 * Whether what was asked for may be deployed: not when a version that was named does not exist; not known when a contract has no result;
 * otherwise when all results are successes. A consumer needs its providers; a provider does not need its consumers.
 */
final class Judgement {
    private static final int MOST_FINDINGS = 100;

    private final MatrixQuery query;
    private final List<Choice> choices;
    private final List<MatrixRow> rows;
    private final LinkedHashSet<Finding> findings = new LinkedHashSet<>();

    private Judgement(MatrixQuery query, List<Choice> choices, List<MatrixRow> rows) {
        this.query = query;
        this.choices = choices;
        this.rows = rows;
    }

    /**
     * @param choices all, since a row that counts may belong to one that is ignored in part
     * @param rows that count
     */
    static Verdict of(MatrixQuery query, List<Choice> choices, List<MatrixRow> rows, Ignored ignored) {
        return new Judgement(query, choices, rows).verdict(ignored);
    }

    private Verdict verdict(Ignored ignored) {
        var missing = choices.stream()
                .filter(choice -> choice.specified() && choice.isMissing() && !ignored.covers(choice))
                .toList();
        warn(ignored.unknown(query.ignored()));
        if (missing.isEmpty()) {
            rows.forEach(this::explain);
        } else {
            missing.forEach(choice -> error(nothingKnown(choice)));
        }
        var success = count(true);
        var failed = count(false);
        var unknown = rows.size() - success - failed;
        Boolean deployable = !missing.isEmpty() ? Boolean.FALSE : unknown > 0 ? null : failed == 0;
        if (Boolean.TRUE.equals(deployable)) {
            findings.add(new Finding(
                    Severity.SUCCESS,
                    rows.isEmpty()
                            ? "There are no missing dependencies"
                            : "All required verification results are published and successful"));
        }
        return new Verdict(deployable, success, failed, unknown, shortened());
    }

    private void warn(List<VersionSelector> unknownIgnored) {
        if (query.specified().getFirst().criterion().kind() != Criterion.Kind.NUMBER) {
            warning(
                    "It is recommended to specify the version number (rather than the tag or branch) of the pacticipant you wish to"
                            + " deploy to avoid race conditions. Without a version number, this result will not be reliable.");
        }
        if (query.target() != null && query.target().kind() == Criterion.Kind.LATEST) {
            warning(
                    "No environment is given: this result is about the latest versions of the others, wherever they are deployed.");
        }
        unknownIgnored.forEach(selector -> warning("Cannot ignore %s: it does not exist".formatted(name(selector))));
    }

    private void explain(MatrixRow row) {
        if (row.success() == null) {
            error("There is no verified pact between %s and %s".formatted(consumer(row), provider(row)));
        } else if (!row.success()) {
            error("The verification for the pact between %s and %s failed".formatted(consumer(row), provider(row)));
        }
    }

    private String consumer(MatrixRow row) {
        return choice(row.consumerId(), row.consumerVersionId())
                .map(choice -> choice.describe(row.consumerVersion()))
                .orElseThrow();
    }

    private String provider(MatrixRow row) {
        return choice(row.providerId(), row.providerVersionId())
                .map(choice -> choice.describe(row.providerVersion()))
                .orElseThrow();
    }

    private Optional<Choice> choice(long pacticipant, Long version) {
        var ofPacticipant = choices.stream()
                .filter(choice -> choice.pacticipantId() == pacticipant)
                .toList();
        return ofPacticipant.stream()
                .filter(choice -> choice.contains(version))
                .findFirst()
                .or(() -> ofPacticipant.stream().findFirst());
    }

    private static String nothingKnown(Choice choice) {
        var name = choice.pacticipant();
        var word = choice.criterion().word();
        return switch (choice.criterion().kind()) {
            case NUMBER -> "No pacts or verifications have been published for version %s of %s".formatted(word, name);
            case LATEST_WITH_TAG, ALL_WITH_TAG -> "No version with tag %s exists for %s".formatted(word, name);
            case BRANCH_HEAD, ALL_OF_BRANCH -> "No version from branch %s exists for %s".formatted(word, name);
            case MAIN_BRANCH_HEAD, ALL_OF_MAIN_BRANCH -> "No version from the main branch exists for " + name;
            case IN_ENVIRONMENT -> "No version of %s is currently in %s".formatted(name, word);
            case ALL, LATEST -> "No pacts or verifications have been published for " + name;
        };
    }

    private static String name(VersionSelector selector) {
        return selector.criterion().isAll()
                ? selector.pacticipant()
                : "version %s of %s".formatted(selector.criterion().word(), selector.pacticipant());
    }

    private long count(boolean success) {
        return rows.stream()
                .filter(row -> row.success() != null && row.success() == success)
                .count();
    }

    private List<Finding> shortened() {
        if (findings.size() <= MOST_FINDINGS) {
            return List.copyOf(findings);
        }
        var first = new ArrayList<>(findings.stream().limit(MOST_FINDINGS).toList());
        first.add(new Finding(Severity.ERROR, "and %d more".formatted(findings.size() - MOST_FINDINGS)));
        return first;
    }

    private void warning(String text) {
        findings.add(new Finding(Severity.WARNING, "WARN: " + text));
    }

    private void error(String text) {
        findings.add(new Finding(Severity.ERROR, text));
    }
}
