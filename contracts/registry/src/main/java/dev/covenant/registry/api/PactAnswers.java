package dev.covenant.registry.api;

import java.net.URI;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;

/** Answers that are contracts. */
@RequestScoped
class PactAnswers {
    private final Pacts pacts;
    private final BaseUrl base;

    @Inject
    PactAnswers(Pacts pacts, BaseUrl base) {
        this.pacts = pacts;
        this.base = base;
    }

    Response ok(Pact pact) {
        return answer(200, pact).build();
    }

    Response created(Pact pact) {
        return answer(201, pact).location(URI.create(base.urls().pact(pact))).build();
    }

    private Response.ResponseBuilder answer(int status, Pact pact) {
        return Response.status(status)
                .type(Hal.TYPE)
                .header("X-Pact-Consumer-Version", pact.version())
                .entity(new PactDocument(pact, base.urls()).of(pacts.text(pact.contentId())));
    }
}
