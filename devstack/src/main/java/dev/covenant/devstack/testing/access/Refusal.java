package dev.covenant.devstack.testing.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.covenant.devstack.testing.ServiceAnswer;

/** Everything of an answer that could tell callers apart: two refusals that are equal say the same. */
record Refusal(int status, Map<String, List<String>> headers, String body) {
    static Refusal of(ServiceAnswer answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        headers.remove("Date");
        return new Refusal(answer.status(), headers, answer.body());
    }
}
