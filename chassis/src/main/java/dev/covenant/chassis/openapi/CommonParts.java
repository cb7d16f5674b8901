package dev.covenant.chassis.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

import dev.covenant.chassis.problem.Problem;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

/**
 * Gives every operation the problems that any of them can answer, every problem its media type and schema, and answers what they promise,
 * so that a resource declares only its own problems, by status and type. Switched on by {@code mp.openapi.filter} in this library's own configuration.
 * A fault in here leaves the server with an empty document and a line in its first-failure log.
 */
public class CommonParts implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String ID = "UUID";
    private static final Map<String, String> OF_ALL = Map.of(
            "400", "`invalid-request`: `errors` names each field and its rule",
            "401", "`unauthorized`: no valid token for this service",
            "403", "`forbidden`: the token's roles do not include one that this takes",
            "503", "`temporarily-unavailable` or `deadline-exceeded`: send the same request again");
    private static final Map<String, String> WITH_BODY =
            Map.of("413", "`body-too-large`", "415", "`unsupported-media-type`");

    @Override
    public Operation filterOperation(Operation operation) {
        addTo(operation, OF_ALL);
        if (operation.getRequestBody() != null) {
            addTo(operation, WITH_BODY);
        }
        // In order, so that the same resources always make the same document.
        var responses = new TreeMap<>(operation.getResponses().getAPIResponses());
        responses.tailMap("400").values().stream()
                .filter(response -> response.getContent() == null)
                .forEach(response -> response.content(problemContent()));
        responses.get("503").addHeader("Retry-After", retryAfter());
        operation.getResponses().setAPIResponses(responses);
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.addSchema(PROBLEM, problemSchema());
        if (components.getSchemas().containsKey(ID)) {
            components.addSchema(ID, idSchema());
        }
        new Promises(document).write();
    }

    private static void addTo(Operation operation, Map<String, String> problems) {
        problems.forEach((status, description) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(status, createAPIResponse().description(description));
            }
        });
    }

    private static Content problemContent() {
        return createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        createMediaType().schema(createSchema().ref(PROBLEM)));
    }

    private static Schema problemSchema() {
        var error = object().addProperty("field", text())
                .addProperty("rule", text())
                .required(List.of("field", "rule"));
        return object().description("Problem details (RFC 9457)")
                .addProperty("type", text().format("uri").addExample("urn:covenant:problem:invalid-request"))
                .addProperty("title", text())
                .addProperty("status", createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("errors", createSchema().addType(SchemaType.ARRAY).items(error))
                .required(List.of("type", "title", "status"));
    }

    private static Header retryAfter() {
        return createHeader()
                .description("Seconds")
                .schema(createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.ZERO));
    }

    private static Schema idSchema() {
        return text().format("uuid")
                .description("UUID of version 7 (RFC 9562)")
                .addExample("019803e8-5c2b-7f6a-9d41-3b8e2a7c1f05");
    }

    private static Schema object() {
        return createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text() {
        return createSchema().addType(SchemaType.STRING);
    }
}
