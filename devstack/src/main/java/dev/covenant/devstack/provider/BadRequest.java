package dev.covenant.devstack.provider;

/** The caller's request cannot be understood; the message names the part and is sent to the caller. */
final class BadRequest extends RuntimeException {

    private final int status;
    private final String error;

    private BadRequest(int status, String error, String message) {
        super(message);
        this.status = status;
        this.error = error;
    }

    static BadRequest field(String name, String rule) {
        return new BadRequest(400, "invalid-request", name + " " + rule);
    }

    static BadRequest body(String message) {
        return new BadRequest(400, "invalid-body", message);
    }

    static BadRequest bodyTooLarge(int limit) {
        return new BadRequest(413, "body-too-large", "the body is larger than " + limit + " bytes");
    }

    Reply reply() {
        return Reply.error(status, error, getMessage());
    }
}
