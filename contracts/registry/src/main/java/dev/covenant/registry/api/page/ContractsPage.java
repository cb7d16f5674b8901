package dev.covenant.registry.api.page;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.api.page.Pairs.Pair;

/** All contracts with their state at a glance. */
@Path("/")
@RequestScoped
@Produces(Pages.HTML)
public class ContractsPage {
    private static final int SIZE = 50;

    private final Pairs pairs;
    private final Badges badges;
    private final Pages pages;

    @Inject
    public ContractsPage(Pairs pairs, Badges badges, Pages pages) {
        this.pairs = pairs;
        this.badges = badges;
        this.pages = pages;
    }

    @GET
    public Response list(@QueryParam("q") String query, @QueryParam("page") String page) {
        var word = Pages.word(query);
        var paging = Paging.read(page, SIZE);
        var shown = paging.cut(pairs.find(word, paging.limit(), paging.offset()));
        var known = badges.of(
                shown.entries().stream().map(pair -> pair.pact().versionId()).toList());
        return pages.ok(
                "contracts.jte",
                new View(
                        pages.site(),
                        word,
                        shown.entries().stream().map(pair -> row(pair, known)).toList(),
                        shown.paging()));
    }

    private Row row(Pair pair, Map<Long, List<Badge>> known) {
        var pact = pair.pact();
        var result = pair.verification();
        return new Row(
                pact.consumer(),
                pact.provider(),
                VersionView.of(pact.version(), pact.versionId(), known),
                pages.moment(pact.createdAt()),
                pair.verdict(),
                result == null ? null : result.providerVersion(),
                result == null ? null : pages.moment(result.createdAt()));
    }

    public record View(Site site, String word, List<Row> rows, Paging paging) {}

    /**
     * @param providerVersion that was verified last; null for none, like the time
     */
    public record Row(
            String consumer,
            String provider,
            VersionView version,
            Moment published,
            Verdict verdict,
            String providerVersion,
            Moment verified) {}
}
