package dev.covenant.registry.api;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.covenant.registry.hal.Hal;

/** Ends a request at the edge with an error as the Broker tells it. Outcomes of the domain are values, never this. */
final class Refused extends RuntimeException {
    private static final String JSON = "application/json;charset=utf-8";

    private final int status;
    private final String type;
    private final transient JsonNode body;

    private Refused(int status, String type, JsonNode body) {
        super(status + " " + body, null, false, false);
        this.status = status;
        this.type = type;
        this.body = body;
    }

    /** The same whether the path or what it names does not exist. */
    static Refused notFound() {
        return error(404, "The requested document was not found on this server.");
    }

    /** As HAL, which clients of some resources insist on. */
    static Refused notFound(String text) {
        return new Refused(404, Hal.TYPE, JsonNodeFactory.instance.objectNode().put("error", text));
    }

    static Refused error(int status, String text) {
        return new Refused(status, JSON, JsonNodeFactory.instance.objectNode().put("error", text));
    }

    /** A field that breaks a rule. */
    static Refused invalid(String field, String rule) {
        return invalid(Map.of(field, List.of(rule)));
    }

    /** 422: a field that may have other values, but not now, or not from a client. */
    static Refused unprocessable(String field, String rule) {
        return errors(422, Hal.TYPE, Map.of(field, List.of(rule)));
    }

    /** 400: the rules that each field breaks. */
    static Refused invalid(Map<String, List<String>> errors) {
        return errors(400, Hal.TYPE, errors);
    }

    /** 400: what is wrong, where fields have no names, as in queries. */
    static Refused invalid(List<String> errors) {
        var body = JsonNodeFactory.instance.objectNode();
        errors.forEach(body.putArray("errors")::add);
        return new Refused(400, Hal.TYPE, body);
    }

    /** With a body of its own. */
    static Refused with(int status, JsonNode body) {
        return new Refused(status, JSON, body);
    }

    private static Refused errors(int status, String type, Map<String, List<String>> errors) {
        var body = JsonNodeFactory.instance.objectNode();
        var fields = body.putObject("errors");
        errors.forEach((field, rules) -> rules.forEach(fields.putArray(field)::add));
        return new Refused(status, type, body);
    }

    Response response() {
        return Response.status(status).type(type).entity(body).build();
    }

    static MediaType json() {
        return MediaType.valueOf(JSON);
    }
}
