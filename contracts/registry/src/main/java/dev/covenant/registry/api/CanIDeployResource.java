package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.json.NestedQuery;

/** The question whether one version can be deployed, in plain fields, for pipelines without a client. */
@Path("can-i-deploy")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class CanIDeployResource {
    private final MatrixResource matrix;

    @Inject
    public CanIDeployResource(MatrixResource matrix) {
        this.matrix = matrix;
    }

    @GET
    public Response canIDeploy(@Context UriInfo uri) {
        var given = NestedQuery.read(uri.getRequestUri().getRawQuery())
                .orElseThrow(() -> Refused.error(400, "The query cannot be read."));
        return matrix.answer(question(given));
    }

    /** The same in the fields of the matrix. */
    private static ObjectNode question(ObjectNode query) {
        var given = new Given(query);
        var pacticipant = given.name("pacticipant");
        var version = given.name("version");
        var tag = given.optionalName("to");
        var environment = given.optionalName("environment");
        if ((tag == null) == (environment == null)) {
            given.broken("environment", "or to must be given, and not both");
        }
        given.require();
        var question = JsonNodeFactory.instance.objectNode();
        question.putArray("q").addObject().put("pacticipant", pacticipant).put("version", version);
        if (environment == null) {
            question.put("tag", tag).put("latest", "true");
        } else {
            question.put("environment", environment);
        }
        ignored(query.path("ignore"), question.putArray("ignore"));
        return question;
    }

    /** Names, or selectors as in the matrix. */
    private static void ignored(JsonNode given, ArrayNode ignored) {
        given.forEach(each -> ignored.add(
                each.isString() ? JsonNodeFactory.instance.objectNode().set("pacticipant", each) : each));
    }
}
