package dev.covenant.registry.api;

import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.access.Level;
import dev.covenant.registry.access.Needs;
import dev.covenant.registry.environment.Environment;
import dev.covenant.registry.environment.EnvironmentValues;
import dev.covenant.registry.environment.Environments;
import dev.covenant.registry.environment.Presence;
import dev.covenant.registry.environment.Presence.Kind;
import dev.covenant.registry.environment.Presences;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.json.CanonicalJson;

/** Environments, and what is in one now. */
@Path("environments")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class EnvironmentsResource {
    private final Environments environments;
    private final Presences presences;
    private final Known known;
    private final BaseUrl base;

    @Inject
    public EnvironmentsResource(Environments environments, Presences presences, Known known, BaseUrl base) {
        this.environments = environments;
        this.presences = presences;
        this.known = known;
        this.base = base;
    }

    @GET
    public Response list() {
        return Answers.ok(documents().list(environments.all()));
    }

    @POST
    @Transactional
    public Response create(JsonNode body) {
        var values = read(body);
        var uuid = UUID.randomUUID();
        if (!environments.create(uuid, values)) {
            throw taken(values);
        }
        var created = environments.find(uuid).orElseThrow();
        return Answers.created(documents().of(created), base.urls().environment(created));
    }

    @GET
    @Path("{uuid}")
    public Response get(@PathParam("uuid") String uuid) {
        return Answers.ok(documents().of(known.environment(uuid)));
    }

    @PUT
    @Path("{uuid}")
    @Transactional
    public Response change(@PathParam("uuid") String uuid, JsonNode body) {
        var values = read(body);
        if (!environments.change(known.environment(uuid), values)) {
            throw taken(values);
        }
        return Answers.ok(documents().of(known.environment(uuid)));
    }

    @DELETE
    @Path("{uuid}")
    @Needs(Level.ADMIN)
    public Response delete(@PathParam("uuid") String uuid) {
        environments.delete(known.environment(uuid));
        return Answers.noContent();
    }

    /** An instance that is given and empty means the one without a name. */
    @GET
    @Path("{uuid}/deployed-versions/currently-deployed")
    public Response deployed(
            @PathParam("uuid") String uuid,
            @QueryParam("pacticipant") String pacticipant,
            @QueryParam("applicationInstance") String instance,
            @Context UriInfo uri) {
        var environment = known.environment(uuid);
        return list(
                Kind.DEPLOYED,
                environment,
                presence -> matches(pacticipant, presence.pacticipant())
                        && (instance == null
                                || instance.equals(
                                        presence.applicationInstance() == null ? "" : presence.applicationInstance())),
                uri,
                "Currently deployed versions for " + environment.title());
    }

    @GET
    @Path("{uuid}/released-versions/currently-supported")
    public Response released(
            @PathParam("uuid") String uuid,
            @QueryParam("pacticipant") String pacticipant,
            @QueryParam("version") String version,
            @Context UriInfo uri) {
        var environment = known.environment(uuid);
        return list(
                Kind.RELEASED,
                environment,
                presence -> matches(pacticipant, presence.pacticipant()) && matches(version, presence.version()),
                uri,
                "Currently supported versions in " + environment.title());
    }

    private Response list(Kind kind, Environment environment, Predicate<Presence> wanted, UriInfo uri, String title) {
        var found = presences.current(kind, environment).stream().filter(wanted).toList();
        var asked = uri.getRequestUri();
        var self = base.urls().at(asked.getRawPath()) + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
        return Answers.ok(documents().list(kind, found, self, title));
    }

    private static boolean matches(String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static EnvironmentValues read(JsonNode body) {
        var given = Given.toBeKept(body);
        var name = given.name("name");
        if (name != null && name.contains(" ")) {
            given.broken("name", "cannot contain spaces");
        }
        var displayName = given.optionalName("displayName");
        var production = given.truth("production");
        var contacts = body.path("contacts");
        if (!contacts.isMissingNode() && !contacts.isNull() && !contacts.isArray()) {
            given.broken("contacts", "must be an array");
        }
        given.require();
        return new EnvironmentValues(
                name, displayName, production, contacts.isArray() ? CanonicalJson.of(contacts) : null);
    }

    private static Refused taken(EnvironmentValues values) {
        return Refused.invalid("name", "Another environment with name '%s' already exists".formatted(values.name()));
    }

    private EnvironmentDocuments documents() {
        return new EnvironmentDocuments(base.urls());
    }
}
