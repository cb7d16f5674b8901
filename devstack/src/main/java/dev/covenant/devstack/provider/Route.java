package dev.covenant.devstack.provider;

/** What a method and a path ask for. */
sealed interface Route {

    record Authorize(String id) implements Route {}

    record Capture(String id) implements Route {}

    record Cancel(String id) implements Route {}

    record Repay(String chargeId, String refundId) implements Route {}

    record Find(String id) implements Route {}

    record Audit() implements Route {}

    record NotFound() implements Route {}

    record WrongMethod(String allowed) implements Route {}

    /** Reads an undecoded path; ids need no escaping. */
    static Route of(String method, String path) {
        String[] parts = path.split("/", -1);
        if (parts.length < 2 || !parts[0].isEmpty() || !parts[1].equals("charges")) {
            return new NotFound();
        }
        return switch (parts.length) {
            case 2 -> method.equals("GET") ? new Audit() : new WrongMethod("GET");
            case 3 -> charge(method, Rules.id("paymentId", parts[2]));
            case 4 -> command(method, Rules.id("paymentId", parts[2]), parts[3]);
            case 5 ->
                parts[3].equals("refunds")
                        ? refund(method, Rules.id("paymentId", parts[2]), Rules.id("refundId", parts[4]))
                        : new NotFound();
            default -> new NotFound();
        };
    }

    private static Route charge(String method, String id) {
        return switch (method) {
            case "PUT" -> new Authorize(id);
            case "GET" -> new Find(id);
            default -> new WrongMethod("GET, PUT");
        };
    }

    private static Route command(String method, String id, String verb) {
        return switch (verb) {
            case "capture" -> method.equals("POST") ? new Capture(id) : new WrongMethod("POST");
            case "void" -> method.equals("POST") ? new Cancel(id) : new WrongMethod("POST");
            default -> new NotFound();
        };
    }

    private static Route refund(String method, String chargeId, String refundId) {
        return method.equals("PUT") ? new Repay(chargeId, refundId) : new WrongMethod("PUT");
    }
}
