package dev.covenant.chassis.openapi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What answers promise: every property of an object is always there, unless its type says by {@code requiredProperties} which are. Types
 * that requests have too are left alone, their constraints say it.
 */
final class Promises {
    private final OpenAPI document;

    Promises(OpenAPI document) {
        this.document = document;
    }

    void write() {
        var asked = reachable()
                .from(operations()
                        .map(Operation::getRequestBody)
                        .filter(Objects::nonNull)
                        .map(RequestBody::getContent));
        var answered = reachable()
                .from(operations()
                        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                        .map(APIResponse::getContent));
        answered.stream().filter(schema -> !asked.contains(schema)).forEach(Promises::promise);
    }

    private static void promise(Schema schema) {
        if (schema.getProperties() != null && schema.getRequired() == null) {
            schema.setRequired(List.copyOf(schema.getProperties().keySet()));
        }
    }

    private Stream<Operation> operations() {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private Reachable reachable() {
        return new Reachable(document.getComponents().getSchemas());
    }
}
