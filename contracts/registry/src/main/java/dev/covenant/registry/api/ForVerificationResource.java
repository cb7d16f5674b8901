package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.access.Level;
import dev.covenant.registry.access.Needs;
import dev.covenant.registry.assignment.AssignPacts;
import dev.covenant.registry.assignment.Assignment;
import dev.covenant.registry.assignment.Reason;
import dev.covenant.registry.assignment.ToVerify;
import dev.covenant.registry.environment.Environments;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.json.NestedQuery;

/** What a provider has to verify. POST only asks, too: its question is too long for an address. */
@Path("pacts/provider/{provider}/for-verification")
@RequestScoped
@Needs(Level.READ)
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class ForVerificationResource {
    private final AssignPacts assignPacts;
    private final Environments environments;
    private final Known known;
    private final BaseUrl base;

    @Inject
    public ForVerificationResource(AssignPacts assignPacts, Environments environments, Known known, BaseUrl base) {
        this.assignPacts = assignPacts;
        this.environments = environments;
        this.known = known;
        this.base = base;
    }

    @GET
    public Response get(@PathParam("provider") String provider, @Context UriInfo uri) {
        var query = NestedQuery.read(uri.getRequestUri().getRawQuery())
                .orElseThrow(() -> Refused.error(400, "The query cannot be read."));
        return answer(provider, ForVerificationRequest.body(query));
    }

    @POST
    public Response post(@PathParam("provider") String provider, JsonNode body) {
        return answer(provider, body);
    }

    private Response answer(String provider, JsonNode body) {
        var request = ForVerificationRequest.read(known.pacticipant(provider), body, name -> environments
                .find(name)
                .isPresent());
        var contracts = assignPacts.assign(request.build(), request.selectors());
        return Answers.ok(new Hal()
                .embed(
                        "pacts",
                        contracts.stream()
                                .map(contract -> document(contract, request))
                                .toList())
                .link(
                        "self",
                        Link.to(base.urls().at("/pacts/provider/%s/for-verification", provider))
                                .title("Pacts to be verified")));
    }

    private Hal document(ToVerify contract, ForVerificationRequest request) {
        var assignment = Assignment.of(
                contract.wip(),
                contract.reasons().stream().map(Reason::versionId).toList());
        var properties = new Hal();
        if (request.showPending()) {
            properties.put("pending", contract.pending());
        }
        if (contract.wip()) {
            properties.put("wip", true);
        }
        var pact = contract.pact();
        var notices = AssignmentNotices.of(contract, request, base.urls().content(pact));
        return new Hal()
                .put("shortDescription", AssignmentNotices.shortDescription(contract))
                .put(
                        "verificationProperties",
                        properties.put("notices", notices).json())
                .link("self", Link.to(base.urls().content(pact, assignment)).name(pact.title()));
    }
}
