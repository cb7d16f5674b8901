package dev.covenant.registry.webhook;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.registry.json.CanonicalJson;
import dev.covenant.registry.json.RegistryJson;

/**
 * The request by which a webhook tells, with templates not yet filled in.
 *
 * @param method as in HTTP
 * @param url its host holds no template
 * @param headers in the order in which they were given
 * @param body any JSON, or text; null for none
 * @param username of basic authentication; null for none
 * @param password null for none
 */
public record WebhookRequest(
        String method, String url, Map<String, String> headers, JsonNode body, String username, String password) {

    /** What people are shown: neither path nor query, in which some receivers want their secret. */
    public String title() {
        return method + " " + origin().getHost();
    }

    /** Whether what this one keeps secret may be sent by the other: to the same scheme, host and port. */
    public boolean hasTargetOf(WebhookRequest other) {
        return origin().equals(other.origin());
    }

    /** With headers as they are sent. */
    WebhookRequest filled(Map<String, String> values) {
        var filled = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> filled.put(name, Template.fill(value, values)));
        return new WebhookRequest(method, url, filled, body, username, password);
    }

    private URI origin() {
        var whole = Template.without(url);
        return URI.create(whole).resolve("/");
    }

    String json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("method", method).put("url", url).put("username", username).put("password", password);
        var all = json.putObject("headers");
        headers.forEach(all::put);
        if (body != null) {
            json.set("body", body);
        }
        return CanonicalJson.of(json);
    }

    static WebhookRequest of(String json) {
        var read = (ObjectNode) RegistryJson.mapper().readTree(json);
        var headers = new LinkedHashMap<String, String>();
        read.get("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().stringValue()));
        return new WebhookRequest(
                read.get("method").stringValue(),
                read.get("url").stringValue(),
                headers,
                read.get("body"),
                read.path("username").stringValue(null),
                read.path("password").stringValue(null));
    }
}
