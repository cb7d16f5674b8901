package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.PactFilter;
import dev.covenant.registry.pact.PactLists;

/** Answers that list contracts, each as a link. */
@RequestScoped
class PactListAnswers {
    private final PactLists lists;
    private final Known known;
    private final BaseUrl base;

    @Inject
    PactListAnswers(PactLists lists, Known known, BaseUrl base) {
        this.lists = lists;
        this.known = known;
        this.base = base;
    }

    /** 404 when a pacticipant that is named is not known. */
    Response ok(UriInfo uri, PactFilter filter, String title) {
        known.pacticipant(filter.provider());
        var found = lists.find(filter);
        var links = found.stream().map(this::link).toList();
        var document = new Hal()
                .link(
                        "self",
                        Link.to(base.urls().at(uri.getRequestUri().getRawPath()))
                                .title(title))
                .link("pb:provider", party(filter.provider()))
                .links("pb:pacts", links);
        if (filter.consumer() == null) {
            return Answers.ok(document);
        }
        known.pacticipant(filter.consumer());
        return Answers.ok(document.link("pb:consumer", party(filter.consumer())).links("pb:pact-versions", links));
    }

    private Link party(String name) {
        return Link.to(base.urls().pacticipant(name)).title(name).name(name);
    }

    private Link link(Pact pact) {
        return Link.to(base.urls().pact(pact)).title(pact.title()).name(pact.consumer());
    }
}
