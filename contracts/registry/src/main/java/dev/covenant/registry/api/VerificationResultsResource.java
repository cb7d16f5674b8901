package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.assignment.Assignment;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;
import dev.covenant.registry.verification.Verifications;

/** The results of verifying a content. */
@Path(
        "pacts/provider/{provider}/consumer/{consumer}/pact-version/{sha}{metadata: (/metadata/[^/]+)?}/verification-results")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class VerificationResultsResource {
    private static final String METADATA = "/metadata/";

    private final Pacts pacts;
    private final Verifications verifications;
    private final TriggeredWebhooks triggered;
    private final BaseUrl base;

    @PathParam("provider")
    private String provider;

    @PathParam("consumer")
    private String consumer;

    @PathParam("sha")
    private String sha;

    @PathParam("metadata")
    private String metadata;

    @Inject
    public VerificationResultsResource(
            Pacts pacts, Verifications verifications, TriggeredWebhooks triggered, BaseUrl base) {
        this.pacts = pacts;
        this.verifications = verifications;
        this.triggered = triggered;
        this.base = base;
    }

    @POST
    @Transactional
    public Response publish(JsonNode body) {
        var pact = pact();
        var report = VerificationRequest.read(body, assignment());
        var verification = verifications.record(pact, report).orElseThrow(Refused::notFound);
        return Answers.created(
                VerificationDocument.of(verification, pact, base.urls()),
                base.urls().verification(pact, verification));
    }

    @GET
    @Path("latest")
    public Response latest() {
        var pact = pact();
        return Answers.ok(
                VerificationDocument.of(verifications.latest(pact).orElseThrow(Refused::notFound), pact, base.urls()));
    }

    @GET
    @Path("{number: [0-9]{1,18}}")
    public Response get(@PathParam("number") long number) {
        var pact = pact();
        return Answers.ok(VerificationDocument.of(
                verifications.find(pact, number).orElseThrow(Refused::notFound), pact, base.urls()));
    }

    @GET
    @Path("{number: [0-9]{1,18}}/triggered-webhooks")
    public Response triggered(@PathParam("number") long number) {
        var verification = verifications.find(pact(), number).orElseThrow(Refused::notFound);
        return triggered.list(triggered.deliveries().ofVerification(verification.id()));
    }

    private Pact pact() {
        return pacts.withContent(consumer, provider, sha).orElseThrow(Refused::notFound);
    }

    private Assignment assignment() {
        return metadata.isEmpty() ? Assignment.NONE : Assignment.read(metadata.substring(METADATA.length()));
    }
}
