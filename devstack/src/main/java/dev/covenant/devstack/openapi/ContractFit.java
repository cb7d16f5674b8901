package dev.covenant.devstack.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.openapi.Contract.Interaction;

/**
 * Whether what a consumer expects is what the provider's documents say: the operation, its parameters (path, query and headers), the
 * request's body, the answer's status, headers, media type and body. A request that is expected to fail need not fit, but must go to an operation that is there.
 */
final class ContractFit {
    private final List<ApiDocument> documents;

    /** @param documents all versions of the provider's API */
    ContractFit(List<ApiDocument> documents) {
        this.documents = documents;
    }

    /** One line for each misfit, which names the interaction; empty when it fits. */
    List<String> misfits(Contract contract) {
        return contract.interactions().stream()
                .flatMap(interaction -> misfits(interaction).map(misfit -> "%s: \"%s\": %s"
                        .formatted(contract.consumer(), interaction.description(), misfit)))
                .toList();
    }

    /** The operation that a request goes to, in whatever version. A HEAD without one of its own goes to the GET that serves it. */
    Optional<Found> find(Interaction interaction) {
        var own = find(interaction.method(), interaction.path());
        return own.isEmpty() && interaction.method().equals("HEAD") ? find("GET", interaction.path()) : own;
    }

    Optional<Found> find(String method, String path) {
        return documents.stream()
                .flatMap(document ->
                        document.operationFor(method, path).stream().map(operation -> new Found(document, operation)))
                .findFirst();
    }

    private Stream<String> misfits(Interaction interaction) {
        var found = find(interaction);
        if (found.isEmpty()) {
            return Stream.of("there is no %s %s".formatted(interaction.method(), interaction.path()));
        }
        var misfits = new ArrayList<String>();
        if (interaction.status() < 400) {
            new ParameterFit(interaction, found.get().document(), found.get().operation()).misfits(misfits);
            request(interaction, found.get(), misfits);
        }
        answer(interaction, found.get(), misfits);
        return misfits.stream().map(misfit -> found.get().operation().name() + ": " + misfit);
    }

    private static void request(Interaction interaction, Found found, List<String> misfits) {
        var declared = found.operation().node().path("requestBody");
        var body = Interaction.body(interaction.request());
        if (!body.isMissingNode()) {
            body("request", interaction.request(), declared, BodySchemas.whole(found.document()), misfits);
        } else if (declared.path("required").asBoolean(false)) {
            misfits.add("the request has no body");
        }
    }

    private static void answer(Interaction interaction, Found found, List<String> misfits) {
        var declared = found.operation().responses().path(Integer.toString(interaction.status()));
        if (declared.isMissingNode()) {
            misfits.add("it never answers %d".formatted(interaction.status()));
            return;
        }
        interaction.answerHeaders().stream()
                .filter(name -> !name.equalsIgnoreCase("Content-Type"))
                .filter(name ->
                        declared.path("headers").propertyNames().stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> misfits.add("answer %d has no header %s".formatted(interaction.status(), name)));
        if (!Interaction.body(interaction.answer()).isMissingNode()) {
            body("answer", interaction.answer(), declared, BodySchemas.parts(found.document()), misfits);
        }
    }

    private static void body(String what, JsonNode part, JsonNode declared, BodySchemas schemas, List<String> misfits) {
        var content = declared.path("content").path(Interaction.mediaType(part));
        if (content.isMissingNode()) {
            misfits.add("%s: no %s, only %s"
                    .formatted(
                            what,
                            Interaction.mediaType(part),
                            declared.path("content").propertyNames()));
            return;
        }
        schemas.misfits(content.path("schema"), Interaction.body(part)).stream()
                .map(misfit -> what + " " + misfit)
                .forEach(misfits::add);
    }

    record Found(ApiDocument document, Operation operation) {}
}
