package dev.covenant.orders.support;

/** What a neighbour answers. */
public record StubAnswer(int status, String body) {
    public static final StubAnswer DOWN = new StubAnswer(503, "{}");
    public static final StubAnswer PENDING = state("PENDING");

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
