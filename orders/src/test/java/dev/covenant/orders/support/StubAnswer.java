package dev.covenant.orders.support;

import java.util.List;
import java.util.stream.Collectors;

/** What a neighbour answers, and how it sends the body. */
public record StubAnswer(int status, String body, Sending sending) {
    /** A whole answer, or what a neighbour gives that is broken. */
    public enum Sending {
        AT_ONCE,
        HEADERS_ONLY,
        A_BYTE_A_SECOND
    }

    public static final StubAnswer DOWN = new StubAnswer(503, "{}");
    public static final StubAnswer PENDING = state("PENDING");

    public StubAnswer(int status, String body) {
        this(status, body, Sending.AT_ONCE);
    }

    public static StubAnswer broken(Sending sending) {
        return new StubAnswer(200, " ".repeat(1_000), sending);
    }

    public static StubAnswer stock(List<String> skus, int available) {
        return new StubAnswer(
                200,
                skus.stream()
                        .map(sku -> "{\"sku\":\"%s\",\"available\":%d}".formatted(sku, available))
                        .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }

    public static StubAnswer state(String state) {
        return new StubAnswer(200, "{\"state\":\"%s\"}".formatted(state));
    }

    public static StubAnswer declined(String reason) {
        return new StubAnswer(200, "{\"state\":\"DECLINED\",\"declineReason\":\"%s\"}".formatted(reason));
    }

    public static StubAnswer conflict(String problem) {
        return problem(409, problem);
    }

    public static StubAnswer problem(int status, String name) {
        return new StubAnswer(status, "{\"type\":\"urn:covenant:problem:%s\"}".formatted(name));
    }

    public static StubAnswer shortOf(String sku, int left) {
        return new StubAnswer(
                409,
                "{\"type\":\"urn:covenant:problem:insufficient-stock\",\"shortages\":[{\"sku\":\"%s\",\"available\":%d}]}"
                        .formatted(sku, left));
    }

    static StubAnswer cardOnly() {
        return new StubAnswer(200, "{\"methods\":[{\"method\":\"card\",\"name\":\"Card\"}]}");
    }

    static StubAnswer usual(String step) {
        return state(
                switch (step) {
                    case "reserve" -> "HELD";
                    case "commit" -> "COMMITTED";
                    case "release" -> "RELEASED";
                    case "return" -> "RETURNED";
                    case "authorize" -> "AUTHORIZED";
                    case "capture" -> "CAPTURED";
                    case "void" -> "VOIDED";
                    default -> "SUCCEEDED";
                });
    }
}
