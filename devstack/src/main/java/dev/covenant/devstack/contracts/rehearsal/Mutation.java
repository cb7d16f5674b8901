package dev.covenant.devstack.contracts.rehearsal;

import java.util.List;

import dev.covenant.devstack.stack.Part;

/**
 * A change of a provider.
 *
 * @param does what, as a sentence about the provider
 * @param broken the interaction that tells it; none when all consumers in production can live with it
 */
record Mutation(Part provider, String does, String broken, List<Edit> edits) {
    private static final String NOBODY = "";
    private static final String INVENTORY = "inventory/src/main/java/dev/covenant/inventory/api/v1/";
    private static final String PAYMENTS = "payments/src/main/java/dev/covenant/payments/api/v1/";
    private static final String ORDERS = "orders/src/main/java/dev/covenant/orders/api/v1/";
    private static final String RENAMED = "@com.fasterxml.jackson.annotation.JsonProperty(\"%s\") ";
    private static final String ADDED = """
                @com.fasterxml.jackson.annotation.JsonProperty
                public String added() {
                    return "new";
                }

            """;
    private static final String REORDERED =
            "@com.fasterxml.jackson.annotation.JsonPropertyOrder({\"added\", \"state\"})\n";

    static List<Mutation> all() {
        return List.of(
                breaking(
                        Part.INVENTORY,
                        "renames a field that orders reads",
                        "a request to reserve stock that is there",
                        INVENTORY + "ReservationView.java",
                        "@Schema(examples = \"HELD\") ReservationState",
                        RENAMED.formatted("status") + "ReservationState"),
                breaking(
                        Part.INVENTORY,
                        "answers another status",
                        "a request to reserve more than is there",
                        INVENTORY + "ReservationProblems.java",
                        "Problem.of(409, \"insufficient-stock\"",
                        "Problem.of(422, \"insufficient-stock\""),
                breaking(
                        Part.INVENTORY,
                        "drops a problem's type",
                        "a request to commit (an expired reservation)",
                        INVENTORY + "ReservationProblems.java",
                        "Problem.of(409, \"reservation-\" + type",
                        "Problem.of(409, \"conflict\""),
                withOneMore(
                        Part.INVENTORY,
                        "requires a new field",
                        "a request to reserve stock that is there",
                        INVENTORY + "ReservationRequest.java",
                        "@NotNull @HoldEnd",
                        "@NotNull String channel, @NotNull @HoldEnd",
                        "ReservationRequest(List<ReservationLine> lines, Instant expiresAt) { this(lines, null, expiresAt); }"),
                harmless(
                        Part.INVENTORY,
                        INVENTORY + "ReservationView.java",
                        "public record ReservationView(",
                        "    static ReservationView of("),
                breaking(
                        Part.PAYMENTS,
                        "renames a field that orders reads",
                        "a request to authorize",
                        PAYMENTS + "PaymentView.java",
                        "@Schema(examples = \"AUTHORIZED\") PaymentState",
                        RENAMED.formatted("status") + "PaymentState"),
                breaking(
                        Part.PAYMENTS,
                        "answers another status",
                        "a request to authorize what was voided before",
                        PAYMENTS + "PaymentProblems.java",
                        "Problem.of(409, \"payment-voided\"",
                        "Problem.of(410, \"payment-voided\""),
                breaking(
                        Part.PAYMENTS,
                        "drops a problem's type",
                        "a request to capture (the provider refuses captures of)",
                        PAYMENTS + "PaymentProblems.java",
                        "Problem.of(409, \"capture-refused\"",
                        "Problem.of(409, \"conflict\""),
                breaking(
                        Part.PAYMENTS,
                        "requires a new field",
                        "a request to authorize",
                        PAYMENTS + "AuthorizeRequest.java",
                        "@NotNull @Min(1)",
                        "@NotNull String channel, @NotNull @Min(1)"),
                harmless(
                        Part.PAYMENTS,
                        PAYMENTS + "PaymentView.java",
                        "public record PaymentView(",
                        "    static PaymentView of("),
                breaking(
                        Part.ORDERS,
                        "renames a field that payments sends",
                        "the outcome of a payment that is authorized",
                        ORDERS + "PaymentOutcomeRequest.java",
                        "@NotNull Status status,",
                        RENAMED.formatted("outcome") + "@NotNull Status status,"),
                breaking(
                        Part.ORDERS,
                        "answers another status",
                        "the outcome of a payment that is authorized",
                        ORDERS + "PaymentOutcomeResource.java",
                        "Response.noContent().build()",
                        "Response.ok().build()"),
                breaking(
                        Part.ORDERS,
                        "drops a problem's type",
                        "an outcome that nobody waits for",
                        ORDERS + "OrderProblems.java",
                        "\"payment-not-found\"",
                        "\"not-found\""),
                withOneMore(
                        Part.ORDERS,
                        "requires a new field",
                        "the outcome of a payment that is authorized",
                        ORDERS + "PaymentOutcomeRequest.java",
                        "@NotNull Status status,",
                        "@NotNull Status status, @NotNull String channel,",
                        "PaymentOutcomeRequest(Status status, String reason) { this(status, null, reason); }"),
                withOneMore(
                        Part.ORDERS,
                        "takes a field more, which may be missing",
                        NOBODY,
                        ORDERS + "PaymentOutcomeRequest.java",
                        "@NotNull Status status,",
                        "String channel, @NotNull Status status,",
                        "PaymentOutcomeRequest(Status status, String reason) { this(null, status, reason); }"));
    }

    boolean breaks() {
        return !broken.equals(NOBODY);
    }

    private static Mutation breaking(Part provider, String does, String broken, String file, String from, String to) {
        return new Mutation(provider, does, broken, List.of(new Edit(file, from, to)));
    }

    /** @param asBefore a constructor for the provider's own tests, which have not heard of the field */
    private static Mutation withOneMore(
            Part provider, String does, String broken, String file, String from, String to, String asBefore) {
        var head = "implements CrossChecked {\n";
        return new Mutation(
                provider,
                does,
                broken,
                List.of(new Edit(file, from, to), new Edit(file, head, head + "    public " + asBefore + "\n\n")));
    }

    /** @param beginning of the record; @param firstMethod before which another one fits */
    private static Mutation harmless(Part provider, String file, String beginning, String firstMethod) {
        return new Mutation(
                provider,
                "adds a field, and orders them anew",
                NOBODY,
                List.of(
                        new Edit(file, beginning, REORDERED + beginning),
                        new Edit(file, firstMethod, ADDED + firstMethod)));
    }
}
