package dev.covenant.registry.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.json.CanonicalJson;
import dev.covenant.registry.webhook.Parameters;
import dev.covenant.registry.webhook.Targets;
import dev.covenant.registry.webhook.Template;
import dev.covenant.registry.webhook.WebhookRequest;

/** The request of a webhook, read and checked: that it can be made, and may be. */
final class WebhookRequestReader {
    private static final int LONGEST_SECRET = 4_000;
    private static final int LONGEST_BODY = 65_536;
    private static final int MOST_HEADERS = 20;

    /** What the connection is about is not for the webhook to say. */
    private static final Set<String> NOT_FOR_WEBHOOKS =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final Given given;
    private final Targets targets;

    /** @param given names the fields {@code request.url} and so on */
    WebhookRequestReader(Given given, Targets targets) {
        this.given = given;
        this.targets = targets;
    }

    /** What is wrong with it is told to {@code given}; null when there is no usable address. */
    WebhookRequest read(JsonNode request) {
        var method = given.text(10, "request.method").orElse("POST");
        if (!method.equals("POST")) {
            given.broken("request.method", "must be POST");
        }
        var url = given.text(Given.LONGEST_URL, "request.url").orElse(null);
        if (url == null) {
            given.broken("request.url", "can't be blank");
        } else {
            checkUrl(url);
        }
        var username = given.text(LONGEST_SECRET, "request.username").orElse(null);
        var password = given.text(LONGEST_SECRET, "request.password").orElse(null);
        if (password != null && username == null) {
            given.broken("request.username", "is missing: a password comes with a user");
        }
        return new WebhookRequest(
                method, url, headers(request.path("headers")), body(request.path("body")), username, password);
    }

    private void checkUrl(String url) {
        if (!url.matches("https?://[^/?#$\\\\]+([/?#].*)?")) {
            given.broken("request.url", "must be an address such as https://host/path, its host without parameters");
            return;
        }
        checkParameters("request.url", url);
        targets.brokenRule(Template.without(url)).ifPresent(rule -> given.broken("request.url", rule));
    }

    private Map<String, String> headers(JsonNode json) {
        var headers = new LinkedHashMap<String, String>();
        if (json.isMissingNode() || json.isNull()) {
            return headers;
        }
        if (!json.isObject() || json.size() > MOST_HEADERS) {
            given.broken("request.headers", "must be an object with at most %d fields".formatted(MOST_HEADERS));
            return headers;
        }
        for (var header : json.properties()) {
            var name = header.getKey();
            var value = header.getValue();
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
                    || NOT_FOR_WEBHOOKS.contains(name.toLowerCase(Locale.ROOT))) {
                given.broken("request.headers", "must be headers that HTTP lets a client choose");
            } else if (!value.isString() || !value.stringValue().matches("[\\x20-\\x7e]{0,4000}")) {
                given.broken(
                        "request.headers", "%s must be a string of at most 4000 printable characters".formatted(name));
            } else {
                checkParameters("request.headers", value.stringValue());
                headers.put(name, value.stringValue());
            }
        }
        return headers;
    }

    private JsonNode body(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        var text = CanonicalJson.of(json);
        if (text.length() > LONGEST_BODY) {
            given.broken("request.body", "must have at most %d characters".formatted(LONGEST_BODY));
        }
        checkParameters("request.body", text);
        return json;
    }

    private void checkParameters(String field, String text) {
        Template.parameters(text).stream()
                .filter(name -> !Parameters.know(name))
                .forEach(name -> given.broken(field, "has a parameter that does not exist: pactbroker." + name));
    }
}
