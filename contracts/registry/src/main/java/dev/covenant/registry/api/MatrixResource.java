package dev.covenant.registry.api;

import java.util.List;
import java.util.function.Predicate;

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
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.registry.environment.Environments;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.json.NestedQuery;
import dev.covenant.registry.matrix.FindMatrix;
import dev.covenant.registry.matrix.MatrixOutcome.Answered;
import dev.covenant.registry.matrix.MatrixOutcome.TooManyRows;
import dev.covenant.registry.matrix.MatrixOutcome.UnknownPacticipants;
import dev.covenant.registry.matrix.MatrixRow;

/** Which versions fit. Every client asks here whether it can deploy or merge. */
@Path("matrix")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class MatrixResource {
    private final FindMatrix findMatrix;
    private final Environments environments;
    private final BaseUrl base;

    @Inject
    public MatrixResource(FindMatrix findMatrix, Environments environments, BaseUrl base) {
        this.findMatrix = findMatrix;
        this.environments = environments;
        this.base = base;
    }

    @GET
    public Response find(@Context UriInfo uri) {
        return answer(NestedQuery.read(uri.getRequestUri().getRawQuery())
                .orElseThrow(() -> Refused.invalid(List.of("The query cannot be read."))));
    }

    /** @param query its fields are those of the matrix */
    Response answer(ObjectNode query) {
        var limit = limit(query.path("limit").asString(""));
        var question = MatrixRequest.read(query, name -> environments.find(name).isPresent());
        return switch (findMatrix.find(question)) {
            case Answered(var matrix) ->
                Answers.ok(new MatrixDocument(base.urls()).of(matrix, listed(query.path("success")), limit));
            case UnknownPacticipants(var names) ->
                throw Refused.invalid(names.stream()
                        .map("Pacticipant %s not found"::formatted)
                        .toList());
            case TooManyRows(var most) ->
                throw Refused.invalid(List.of(
                        "This is about more than %d results: name a version, or the latest, or an environment, of each pacticipant"
                                .formatted(most)));
        };
    }

    /** As text true, false, or nothing for those without a result; one, or a list. */
    private static Predicate<MatrixRow> listed(JsonNode success) {
        if (success.isMissingNode()) {
            return _ -> true;
        }
        var values = success.isArray()
                ? success.values().stream().map(JsonNode::asString).toList()
                : List.of(success.asString(""));
        return row -> values.contains(row.success() == null ? "" : row.success().toString());
    }

    private static int limit(String text) {
        if (text.isEmpty()) {
            return MatrixDocument.MOST_ROWS;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Refused.invalid(List.of("limit must be a number, at least 1"));
        }
        return Math.min(Integer.parseInt(text), MatrixDocument.MOST_ROWS);
    }
}
