package dev.covenant.registry.webhook;

/**
 * What came of one request.
 *
 * @param status null when there was no answer
 * @param fault why there was none; null when there was one
 * @param response the beginning of the answer, without secrets; null when there was none
 * @param retryAfterSeconds how long the receiver wants to be left alone; 0 when it did not say
 */
public record Outcome(Integer status, String fault, String response, int retryAfterSeconds) {

    static Outcome fault(String fault) {
        return new Outcome(null, fault, null, 0);
    }

    public boolean isSuccess() {
        return status != null && status >= 200 && status < 300;
    }
}
