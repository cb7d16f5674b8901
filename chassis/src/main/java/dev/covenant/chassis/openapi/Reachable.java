package dev.covenant.chassis.openapi;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schemas that bodies are made of, by reference too. */
final class Reachable {
    private final Map<String, Schema> named;

    /** By identity: two that say the same are still two. */
    private final Set<Schema> found = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param named what references name */
    Reachable(Map<String, Schema> named) {
        this.named = named;
    }

    Set<Schema> from(Stream<Content> bodies) {
        bodies.filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(media -> visit(media.getSchema()));
        return found;
    }

    private void visit(Schema schema) {
        if (schema == null || !found.add(schema)) {
            return;
        }
        if (schema.getRef() != null) {
            visit(named.get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)));
        }
        visit(schema.getItems());
        visit(schema.getAdditionalPropertiesSchema());
        visit(schema.getProperties() == null ? null : schema.getProperties().values());
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf()).forEach(this::visit);
    }

    private void visit(Collection<Schema> parts) {
        (parts == null ? List.<Schema>of() : parts).forEach(this::visit);
    }
}
