package dev.covenant.registry.api;

import java.util.List;

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

import dev.covenant.registry.environment.Presence.Kind;
import dev.covenant.registry.environment.Presences;
import dev.covenant.registry.hal.Hal;

/** Records that a version was deployed or released. */
@Path("pacticipants/{name}/versions/{version}/{kind: deployed-versions|released-versions}/environment/{uuid}")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class VersionInEnvironmentResource {
    private final Presences presences;
    private final Known known;
    private final BaseUrl base;

    @PathParam("name")
    private String name;

    @PathParam("version")
    private String number;

    @PathParam("kind")
    private String kind;

    @PathParam("uuid")
    private String uuid;

    @Inject
    public VersionInEnvironmentResource(Presences presences, Known known, BaseUrl base) {
        this.presences = presences;
        this.known = known;
        this.base = base;
    }

    @GET
    public Response list() {
        var environment = known.environment(uuid);
        var version = known.version(name, number);
        var here = presences.current(kind(), List.of(version)).stream()
                .filter(presence -> presence.environmentId() == environment.id())
                .toList();
        var self = base.urls().inEnvironment(version, kind(), environment);
        return Answers.ok(documents()
                .list(kind(), here, self, "%s version %s in %s".formatted(name, number, environment.title())));
    }

    @POST
    @Transactional
    public Response record(JsonNode body) {
        var version = known.version(name, number);
        var environment = known.environment(uuid);
        if (kind() == Kind.RELEASED) {
            var released = presences.release(version, environment).orElseThrow(Refused::notFound);
            return Answers.put(
                    released.made(),
                    documents().of(released.presence(), environment),
                    base.urls().presence(released.presence()));
        }
        var given = new Given(body);
        var instance =
                given.text(Given.LONGEST_NAME, "applicationInstance", "target").orElse(null);
        given.require();
        var deployed = presences.deploy(version, environment, instance).orElseThrow(Refused::notFound);
        return Answers.created(
                documents().of(deployed, environment), base.urls().presence(deployed));
    }

    private Kind kind() {
        return PresenceResource.kind(kind);
    }

    private EnvironmentDocuments documents() {
        return new EnvironmentDocuments(base.urls());
    }
}
