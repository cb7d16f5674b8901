package dev.covenant.registry.api.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.matrix.FindMatrix;
import dev.covenant.registry.matrix.MatrixRow;

/** Which versions of a pair have met, and what came of it. */
@Path("matrix/provider/{provider}/consumer/{consumer}")
@RequestScoped
@Produces(Pages.HTML)
public class MatrixPage {
    private static final int SIZE = 100;

    private final FindMatrix findMatrix;
    private final Badges badges;
    private final Pages pages;

    @Inject
    public MatrixPage(FindMatrix findMatrix, Badges badges, Pages pages) {
        this.findMatrix = findMatrix;
        this.badges = badges;
        this.pages = pages;
    }

    @GET
    public Response matrix(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @QueryParam("page") String page) {
        var paging = Paging.read(page, SIZE);
        var rows = findMatrix.ofPair(consumer, provider, paging.limit(), paging.offset());
        if (rows.isEmpty() && paging.number() == 1) {
            return pages.notFound();
        }
        var shown = paging.cut(rows);
        var known = badges.of(shown.entries().stream()
                .flatMap(row -> Stream.of(row.consumerVersionId(), row.providerVersionId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return pages.ok(
                "matrix.jte",
                new View(
                        pages.site(),
                        consumer,
                        provider,
                        shown.entries().stream().map(row -> row(row, known)).toList(),
                        shown.paging()));
    }

    private Row row(MatrixRow row, Map<Long, List<Badge>> known) {
        return new Row(
                VersionView.of(row.consumerVersion(), row.consumerVersionId(), known),
                pages.moment(row.publishedAt()),
                Verdict.of(row.success()),
                row.providerVersion() == null
                        ? null
                        : VersionView.of(row.providerVersion(), row.providerVersionId(), known),
                pages.moment(row.verifiedAt()));
    }

    public record View(Site site, String consumer, String provider, List<Row> rows, Paging paging) {}

    /** @param providerVersion null when none has verified it, like the time */
    public record Row(
            VersionView version, Moment published, Verdict verdict, VersionView providerVersion, Moment verified) {}
}
