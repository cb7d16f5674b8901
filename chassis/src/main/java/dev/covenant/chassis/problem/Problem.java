package dev.covenant.chassis.problem;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A problem detail (RFC 9457). {@code type} is stable and part of the contract; {@code detail} is for people and may change.
 *
 * @param type {@code urn:covenant:problem:} and the problem's name
 * @param title the same words for every occurrence of the type
 * @param status the HTTP status
 * @param detail what happened this time; holds no secret and nothing of the server's inside
 * @param errors the broken rules, when the request was at fault
 * @param members further members that the type defines
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        List<Violation> errors,
        @JsonIgnore Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:covenant:problem:";

    public static Problem of(int status, String name, String title) {
        return new Problem(URI.create(TYPE_PREFIX + name), title, status, null, List.of(), Map.of());
    }

    /** The answer to a request that breaks a rule: 400, naming field and rule. */
    public static Problem invalid(String field, String rule) {
        return invalid(List.of(new Violation(field, rule)));
    }

    public static Problem invalid(List<Violation> errors) {
        return of(400, "invalid-request", "Invalid request").errors(errors).detail(describe(errors));
    }

    public Problem detail(String detail) {
        return new Problem(type, title, status, detail, errors, members);
    }

    public Problem errors(List<Violation> errors) {
        return new Problem(type, title, status, detail, List.copyOf(errors), members);
    }

    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, title, status, detail, errors, more);
    }

    /** The type's last part, such as {@code insufficient-stock}. */
    public String name() {
        return type.toString().substring(TYPE_PREFIX.length());
    }

    @JsonAnyGetter
    Map<String, Object> extensions() {
        return members;
    }

    public Response response() {
        return responding().build();
    }

    /** The response, open for headers such as Retry-After. */
    public Response.ResponseBuilder responding() {
        return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    private static String describe(List<Violation> errors) {
        var first = errors.getFirst();
        var more = errors.size() > 1 ? " (and %d more)".formatted(errors.size() - 1) : "";
        return first.field() + ": " + first.rule() + more;
    }
}
