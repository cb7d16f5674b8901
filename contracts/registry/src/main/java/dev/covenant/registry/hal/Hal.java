package dev.covenant.registry.hal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A HAL document in the making: fields, then what is embedded, then links. */
public final class Hal {
    /** To the letter what the Broker's clients expect. */
    public static final String TYPE = "application/hal+json;charset=utf-8";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
    private final ObjectNode embedded = JsonNodeFactory.instance.objectNode();
    private final ObjectNode links = JsonNodeFactory.instance.objectNode();

    /** A field; left out when the value is null. */
    public Hal put(String field, String value) {
        if (value != null) {
            fields.put(field, value);
        }
        return this;
    }

    public Hal put(String field, boolean value) {
        fields.put(field, value);
        return this;
    }

    public Hal put(String field, long value) {
        fields.put(field, value);
        return this;
    }

    /** A time, to the second; left out when it is null. */
    public Hal put(String field, Instant value) {
        return put(field, value == null ? null : time(value));
    }

    public Hal put(String field, JsonNode value) {
        fields.set(field, value);
        return this;
    }

    public Hal embed(String name, Hal document) {
        embedded.set(name, document.json());
        return this;
    }

    public Hal embed(String name, Collection<Hal> documents) {
        var list = embedded.putArray(name);
        documents.forEach(document -> list.add(document.json()));
        return this;
    }

    public Hal link(String relation, Link link) {
        links.set(relation, link.json());
        return this;
    }

    public Hal links(String relation, Collection<Link> all) {
        var list = links.putArray(relation);
        all.forEach(link -> list.add(link.json()));
        return this;
    }

    public Hal self(String href) {
        return link("self", Link.to(href));
    }

    /** Where relations with a prefix are described. */
    public Hal curies(Urls urls, String context, String... prefixes) {
        return links(
                "curies",
                List.of(prefixes).stream()
                        .map(prefix -> Link.template(urls.at("/doc/{rel}?context=" + context))
                                .name(prefix))
                        .toList());
    }

    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().setAll(fields);
        if (!embedded.isEmpty()) {
            json.set("_embedded", embedded);
        }
        if (!links.isEmpty()) {
            json.set("_links", links);
        }
        return json;
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }
}
