package dev.covenant.registry.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Urls;
import dev.covenant.registry.matrix.Finding;
import dev.covenant.registry.matrix.Matrix;
import dev.covenant.registry.matrix.Matrix.Verdict;
import dev.covenant.registry.matrix.MatrixRow;

/** The matrix as a document. */
record MatrixDocument(Urls urls) {
    /** A limit on what is shown, never on what is judged. */
    static final int MOST_ROWS = 1_000;

    /**
     * @param listed which rows to show
     * @param limit how many of them at most
     */
    Hal of(Matrix matrix, Predicate<MatrixRow> listed, int limit) {
        var rows = JsonNodeFactory.instance.arrayNode();
        shown(matrix.rows().stream().filter(listed).toList(), limit).forEach(row -> rows.add(of(row).json()));
        shown(matrix.ignored().stream().filter(listed).toList(), limit)
                .forEach(row -> rows.add(of(row).put("ignored", true).json()));
        return new Hal()
                .put("summary", summary(matrix))
                .put("notices", notices(matrix.verdict().findings()))
                .put("matrix", rows);
    }

    /** If not all can be shown, those that explain a no come first. */
    private static Stream<MatrixRow> shown(List<MatrixRow> rows, int limit) {
        return rows.size() <= limit
                ? rows.stream()
                : rows.stream()
                        .sorted(Comparator.comparing(row -> Boolean.TRUE.equals(row.success())))
                        .limit(limit);
    }

    private static ObjectNode summary(Matrix matrix) {
        Verdict verdict = matrix.verdict();
        var summary = JsonNodeFactory.instance.objectNode();
        summary.put("deployable", verdict.deployable());
        summary.put("reason", verdict.findings().stream().map(Finding::text).collect(Collectors.joining("\n")));
        summary.put("success", verdict.success());
        summary.put("failed", verdict.failed());
        summary.put("unknown", verdict.unknown());
        if (!matrix.ignored().isEmpty()) {
            summary.put("ignored", matrix.ignored().size());
        }
        return summary;
    }

    private static JsonNode notices(List<Finding> findings) {
        var notices = JsonNodeFactory.instance.arrayNode();
        findings.forEach(finding -> notices.addObject()
                .put("type", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("text", finding.text()));
        return notices;
    }

    private Hal of(MatrixRow row) {
        return new Hal()
                .put("consumer", party(row.consumer(), row.consumerVersion()))
                .put("provider", party(row.provider(), row.providerVersion()))
                .put(
                        "pact",
                        new Hal()
                                .put("createdAt", row.publishedAt())
                                .self(urls.pact(row.consumer(), row.consumerVersion(), row.provider()))
                                .json())
                .put("verificationResult", result(row));
    }

    private JsonNode party(String name, String version) {
        JsonNode number = version == null
                ? NullNode.getInstance()
                : new Hal()
                        .put("number", version)
                        .self(urls.version(name, version))
                        .json();
        return new Hal()
                .put("name", name)
                .put("version", number)
                .self(urls.pacticipant(name))
                .json();
    }

    private JsonNode result(MatrixRow row) {
        return row.verification() == null
                ? NullNode.getInstance()
                : new Hal()
                        .put("success", row.success())
                        .put("verifiedAt", row.verifiedAt())
                        .self(urls.verification(row.consumer(), row.provider(), row.sha(), row.verification()))
                        .json();
    }
}
