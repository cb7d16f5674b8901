package dev.covenant.registry.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import dev.covenant.registry.json.RegistryJson;

/** Reads a body of at most {@code registry.body.limit-bytes}, announced or not. An empty one is a missing node. */
@Provider
@ApplicationScoped
public class JsonReader implements MessageBodyReader<JsonNode> {
    private final int limit;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public JsonReader() {
        this(0);
    }

    @Inject
    JsonReader(@ConfigProperty(name = "registry.body.limit-bytes") int limit) {
        this.limit = limit;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == JsonNode.class;
    }

    @Override
    public JsonNode readFrom(
            Class<JsonNode> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw Refused.error(413, "The body may have at most %d bytes.".formatted(limit));
        }
        return bytes.length == 0
                ? MissingNode.getInstance()
                : RegistryJson.mapper().readTree(bytes);
    }
}
