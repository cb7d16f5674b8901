package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.environment.Environments;
import dev.covenant.registry.environment.Presence;
import dev.covenant.registry.environment.Presence.Kind;
import dev.covenant.registry.environment.Presences;
import dev.covenant.registry.hal.Hal;

/** A version in an environment. Saying that it is there no more is all that can be changed. */
@Path("{kind: deployed-versions|released-versions}/{uuid}")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
public class PresenceResource {
    private final Environments environments;
    private final Presences presences;
    private final BaseUrl base;

    @Inject
    public PresenceResource(Environments environments, Presences presences, BaseUrl base) {
        this.environments = environments;
        this.presences = presences;
        this.base = base;
    }

    @GET
    public Response get(@PathParam("kind") String kind, @PathParam("uuid") String uuid) {
        return answer(find(kind, uuid));
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @Transactional
    public Response end(@PathParam("kind") String kind, @PathParam("uuid") String uuid, JsonNode body) {
        var presence = find(kind, uuid);
        var field = presence.kind() == Kind.DEPLOYED ? "currentlyDeployed" : "currentlySupported";
        var value = body.path(field);
        if (!value.isBoolean() || value.booleanValue()) {
            throw Refused.unprocessable(field, "can only be set to false");
        }
        presences.end(presence.kind(), presence.uuid());
        return answer(find(kind, uuid));
    }

    private Presence find(String kind, String uuid) {
        return presences.find(kind(kind), Known.uuid(uuid)).orElseThrow(Refused::notFound);
    }

    private Response answer(Presence presence) {
        var environment = environments.find(presence.environmentId()).orElseThrow(Refused::notFound);
        return Answers.ok(new EnvironmentDocuments(base.urls()).of(presence, environment));
    }

    static Kind kind(String path) {
        return path.startsWith("deployed") ? Kind.DEPLOYED : Kind.RELEASED;
    }
}
