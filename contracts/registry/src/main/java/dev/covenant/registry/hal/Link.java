package dev.covenant.registry.hal;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A link of a document.
 *
 * @param title null when it has none
 * @param name null when it has none
 * @param templated null when nothing is said about it: clients of pact-jvm fill in a template only where a truth value stands
 */
public record Link(String href, String title, String name, Boolean templated) {

    public static Link to(String href) {
        return new Link(href, null, null, null);
    }

    public static Link template(String href) {
        return new Link(href, null, null, true);
    }

    public Link title(String title) {
        return new Link(href, title, name, templated);
    }

    public Link name(String name) {
        return new Link(href, title, name, templated);
    }

    public Link plain() {
        return new Link(href, title, name, false);
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        if (title != null) {
            json.put("title", title);
        }
        if (name != null) {
            json.put("name", name);
        }
        json.put("href", href);
        if (templated != null) {
            json.put("templated", templated);
        }
        return json;
    }
}
