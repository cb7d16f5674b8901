package dev.covenant.devstack.contracts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** Which of some versions have met, and what came of it. */
public record Matrix(List<Row> rows) {
    public Matrix {
        rows = List.copyOf(rows);
    }

    /** Whether there is a row, and the provider keeps the contract in each of them. */
    public boolean isGreen() {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.outcome() == Outcome.KEPT);
    }

    /** For people: one line for each contract. */
    public String table() {
        return rows.stream()
                .map(row ->
                        "  %-22s expects of  %-22s %s".formatted(row.consumer(), row.provider(), row.outcome().words))
                .collect(Collectors.joining("\n"));
    }

    static Matrix of(Collection<Revision> revisions, RegistryClient registry) {
        var query = revisions.stream()
                .map(revision -> "q[][pacticipant]=%s&q[][version]=%s"
                        .formatted(encoded(revision.service()), encoded(revision.commit())))
                .collect(Collectors.joining("&", "/matrix?", "&latestby=cvpv"))
                .replace("[", "%5B")
                .replace("]", "%5D");
        return read(registry.get(query));
    }

    static Matrix read(JsonNode answer) {
        return new Matrix(answer.path("matrix")
                .valueStream()
                .map(row -> new Row(
                        name(row.path("consumer")),
                        name(row.path("provider")),
                        Outcome.of(row.at("/verificationResult/success"))))
                .sorted(Comparator.comparing(Row::consumer).thenComparing(Row::provider))
                .toList());
    }

    private static String name(JsonNode side) {
        var version = side.at("/version/number").asString("");
        return version.isEmpty()
                ? side.path("name").asString("")
                : side.path("name").asString("") + " " + Revision.shortened(version);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** @param provider with its version when it has verified */
    public record Row(String consumer, String provider, Outcome outcome) {}

    /** What came of it. */
    public enum Outcome {
        KEPT("kept"),
        BROKEN("BROKEN"),
        UNKNOWN("not verified");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        private static Outcome of(JsonNode success) {
            if (!success.isBoolean()) {
                return UNKNOWN;
            }
            return success.asBoolean() ? KEPT : BROKEN;
        }
    }
}
