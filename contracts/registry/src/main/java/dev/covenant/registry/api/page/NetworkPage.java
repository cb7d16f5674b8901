package dev.covenant.registry.api.page;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.api.page.NetworkLayout.Arrow;

/** Who depends on whom, as a picture and in words. */
@Path("network")
@RequestScoped
@Produces(Pages.HTML)
public class NetworkPage {
    /** More lines than that nobody can follow. */
    private static final int MOST_PAIRS = 150;

    private final Pairs pairs;
    private final Pages pages;

    @Inject
    public NetworkPage(Pairs pairs, Pages pages) {
        this.pairs = pairs;
        this.pages = pages;
    }

    @GET
    public Response network(@QueryParam("q") String query) {
        var word = Pages.word(query);
        var shown = Paging.read(null, MOST_PAIRS).cut(pairs.find(word, MOST_PAIRS + 1, 0));
        var arrows = shown.entries().stream()
                .map(pair -> new Arrow(pair.pact().consumer(), pair.pact().provider(), pair.verdict()))
                .toList();
        return pages.ok(
                "network.jte",
                new View(
                        pages.site(),
                        word,
                        arrows,
                        NetworkLayout.of(arrows),
                        shown.paging().more()));
    }

    /** @param more whether pairs are left out */
    public record View(Site site, String word, List<Arrow> arrows, NetworkLayout layout, boolean more) {}
}
