package dev.covenant.registry.api.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.environment.Environments;
import dev.covenant.registry.environment.Presence;
import dev.covenant.registry.environment.Presence.Kind;
import dev.covenant.registry.environment.Presences;

/** What is where: a column for each environment, a row for each application that is in one. */
@Path("environments")
@RequestScoped
@Produces(Pages.HTML)
@Consumes(Pages.AS_DOCUMENT)
public class EnvironmentsPage {
    private static final int SIZE = 50;

    private final Environments environments;
    private final Presences presences;
    private final Pages pages;

    @Inject
    public EnvironmentsPage(Environments environments, Presences presences, Pages pages) {
        this.environments = environments;
        this.presences = presences;
        this.pages = pages;
    }

    @GET
    public Response table(@QueryParam("page") String page) {
        var columns = environments.all();
        var paging = Paging.read(page, SIZE);
        var shown = paging.cut(presences.present(paging.limit(), paging.offset()));
        var byApplication = Stream.of(Kind.values())
                .flatMap(kind -> presences.ofPacticipants(kind, shown.entries()).stream())
                .collect(Collectors.groupingBy(Presence::pacticipant));
        var rows = shown.entries().stream()
                .map(application -> {
                    var here = byApplication.getOrDefault(application, List.of()).stream()
                            .collect(Collectors.groupingBy(Presence::environmentId));
                    return new Row(
                            application,
                            columns.stream()
                                    .map(column -> cell(here, column.id()))
                                    .toList());
                })
                .toList();
        return pages.ok(
                "environments.jte",
                new View(
                        pages.site(),
                        columns.stream()
                                .map(column -> new Column(column.title(), column.production()))
                                .toList(),
                        rows,
                        shown.paging()));
    }

    private List<Present> cell(Map<Long, List<Presence>> here, long environment) {
        return here.getOrDefault(environment, List.of()).stream()
                .map(presence -> new Present(
                        presence.version(),
                        presence.kind() == Kind.RELEASED,
                        presence.applicationInstance(),
                        pages.moment(presence.createdAt())))
                .toList();
    }

    public record View(Site site, List<Column> columns, List<Row> rows, Paging paging) {}

    public record Column(String title, boolean production) {}

    /** @param cells one for each column */
    public record Row(String application, List<List<Present>> cells) {}

    /** @param instance null for the one without a name */
    public record Present(String version, boolean released, String instance, Moment since) {}
}
