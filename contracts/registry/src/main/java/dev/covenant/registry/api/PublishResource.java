package dev.covenant.registry.api;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pact.Publication;
import dev.covenant.registry.pact.PublishContracts;
import dev.covenant.registry.pact.PublishOutcome.Conflicts;
import dev.covenant.registry.pact.PublishOutcome.Published;
import dev.covenant.registry.verification.Verifications;

/** Publishes a version with its contracts, all in one. */
@Path("contracts/publish")
@RequestScoped
@Produces({Hal.TYPE, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class PublishResource {
    private final PublishContracts publishContracts;
    private final Verifications verifications;
    private final BaseUrl base;

    @Inject
    public PublishResource(PublishContracts publishContracts, Verifications verifications, BaseUrl base) {
        this.publishContracts = publishContracts;
        this.verifications = verifications;
        this.base = base;
    }

    @POST
    public Response publish(JsonNode body) {
        var publication = PublishRequest.read(body);
        return switch (publishContracts.publish(publication)) {
            case Published published -> Answers.ok(document(published, publication));
            case Conflicts(var conflicts) -> {
                var answer = JsonNodeFactory.instance.objectNode();
                answer.set("notices", json(PublishNotices.of(conflicts)));
                var errors = answer.putObject("errors").putArray("contracts");
                conflicts.forEach(conflict -> errors.add(PublishNotices.text(conflict)));
                yield Refused.with(409, answer).response();
            }
        };
    }

    private Hal document(Published published, Publication publication) {
        var urls = base.urls();
        var version = published.version();
        var notices = PublishNotices.of(published, publication, urls, verifications);
        return new Hal()
                .put("logs", logs(notices))
                .put("notices", json(notices))
                .embed(
                        "pacticipant",
                        new Hal().put("name", version.pacticipant()).self(urls.pacticipant(version.pacticipant())))
                .embed(
                        "version",
                        new Hal()
                                .put("number", version.number())
                                .link("self", link(urls.version(version), "Version", version.number())))
                .link(
                        "pb:pacticipant",
                        link(urls.pacticipant(version.pacticipant()), "Pacticipant", version.pacticipant()))
                .link("pb:pacticipant-version", link(urls.version(version), "Pacticipant version", version.number()))
                .links(
                        "pb:pacticipant-version-tags",
                        publication.tags().stream()
                                .map(tag -> link(urls.tag(version, tag), "Tag", tag))
                                .toList())
                .links(
                        "pb:contracts",
                        published.contracts().stream()
                                .map(stored -> link(
                                        urls.pact(stored.pact()),
                                        "Pact",
                                        stored.pact().title()))
                                .toList());
    }

    private static Link link(String href, String title, String name) {
        return Link.to(href).title(title).name(name);
    }

    /** What older clients print. */
    private static ArrayNode logs(List<Notice> notices) {
        var list = JsonNodeFactory.instance.arrayNode();
        notices.forEach(notice -> list.addObject()
                .put("level", notice.type())
                .put("message", notice.text())
                .put("deprecationWarning", "Replaced by notices"));
        return list;
    }

    private static ArrayNode json(List<Notice> notices) {
        var list = JsonNodeFactory.instance.arrayNode();
        notices.forEach(notice -> list.addObject().put("type", notice.type()).put("text", notice.text()));
        return list;
    }
}
