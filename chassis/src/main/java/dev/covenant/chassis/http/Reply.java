package dev.covenant.chassis.http;

/** What came of a call. That nothing came is an outcome too, and says nothing about what the callee did. */
public sealed interface Reply {
    /**
     * @param status the HTTP status
     * @param body the whole body, within the limit
     * @param retryAfterSeconds what Retry-After said, 0 when it said nothing
     */
    record Answer(int status, byte[] body, int retryAfterSeconds) implements Reply {}

    /**
     * No whole answer within the limit: refused, reset, silent, slow or too large.
     *
     * @param cause for logs; holds no body
     */
    record NoAnswer(String cause) implements Reply {}

    /**
     * Nothing was sent: the callee counts as unavailable, or there is no place or no token for the call. The callee knows nothing of it.
     *
     * @param cause for logs
     */
    record NotSent(String cause) implements Reply {}
}
