package dev.covenant.registry.api;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.assignment.Assignment;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;
import dev.covenant.registry.version.Versions;

/** Answers that are contracts. */
@RequestScoped
class PactAnswers {
    private final Pacts pacts;
    private final Versions versions;
    private final BaseUrl base;

    @Inject
    PactAnswers(Pacts pacts, Versions versions, BaseUrl base) {
        this.pacts = pacts;
        this.versions = versions;
        this.base = base;
    }

    Response ok(Pact pact) {
        return answer(200, pact).build();
    }

    /** As it was handed to a provider. */
    Response ok(Pact pact, Assignment assignment) {
        var because = versions.all(pact.consumerId(), assignment.consumerVersions());
        return answer(200, pact, new PactDocument(pact, base.urls(), assignment, because))
                .build();
    }

    Response created(Pact pact) {
        return answer(201, pact).location(URI.create(base.urls().pact(pact))).build();
    }

    private Response.ResponseBuilder answer(int status, Pact pact) {
        return answer(status, pact, new PactDocument(pact, base.urls(), Assignment.NONE, List.of()));
    }

    private Response.ResponseBuilder answer(int status, Pact pact, PactDocument document) {
        return Response.status(status)
                .type(Hal.TYPE)
                .header("X-Pact-Consumer-Version", pact.version())
                .entity(document.of(pacts.text(pact.contentId())));
    }
}
