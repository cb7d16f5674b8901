package dev.covenant.registry.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.registry.assignment.Selector.Kind;
import dev.covenant.registry.pact.Pacts;
import dev.covenant.registry.pacticipant.Pacticipant;

/** Finds what selectors mean. */
@ApplicationScoped
class SelectedPacts {
    /**
     * One look into an index for each version that is meant; with a limit, since out of a mere join the planner would rather read all
     * contracts that the provider ever had.
     */
    private static final String SELECT =
            "SELECT " + Pacts.COLUMNS + """
            , s.word FROM (%s) s CROSS JOIN LATERAL (SELECT * FROM pact_publication
                WHERE current AND provider_id = :provider AND consumer_version_id = s.version_id LIMIT 1) AS pp
            """ + Pacts.JOINS + "WHERE true %s ORDER BY c.name, v.id";

    /** Only where they say something: "or it is null" would have the planner expect a hundredth of what there is. */
    private static final String NAMED = "AND s.word = :name ";

    private static final String OF_CONSUMER = "AND c.name = :consumer ";

    /** In a list of its own, which is hashed: compared with each element, it would take as long as all the rest. */
    private static final String NEWS = "AND pp.created_at > :since AND pp.content_id NOT IN (SELECT unnest(:known)) ";

    private final Jdbi jdbi;

    @Inject
    SelectedPacts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Selected> find(Pacticipant provider, Collection<Selector> selectors) {
        return selectors.stream()
                .flatMap(selector -> find(provider, selector).stream())
                .toList();
    }

    /** Of the heads of all branches, and the latest versions with each tag, those published since then that say something else. */
    List<Selected> heads(Pacticipant provider, Instant since, Collection<Long> knownContents) {
        return Stream.of(Kind.BRANCH, Kind.LATEST_WITH_TAG)
                .flatMap(kind -> query(
                        provider,
                        Selector.of(kind, null, null),
                        null,
                        NEWS,
                        Map.of("since", since, "known", knownContents.toArray(Long[]::new)))
                        .stream())
                .toList();
    }

    private List<Selected> find(Pacticipant provider, Selector selector) {
        var found = query(provider, selector, null, "", Map.of());
        if (selector.fallback() == null) {
            return found;
        }
        var consumers = found.stream().map(each -> each.pact().consumer()).collect(Collectors.toSet());
        var all = new ArrayList<>(found);
        query(provider, selector.fallback(), selector, "", Map.of()).stream()
                .filter(each -> !consumers.contains(each.pact().consumer()))
                .forEach(all::add);
        return all;
    }

    private List<Selected> query(
            Pacticipant provider, Selector selector, Selector instead, String condition, Map<String, ?> values) {
        var named = selector.name() == null ? "" : NAMED;
        var ofConsumer = selector.consumer() == null ? "" : OF_CONSUMER;
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT.formatted(selector.kind().versions(), named + ofConsumer + condition))
                .bind("provider", provider.id())
                .bindMap(values)
                .bindMap(given(selector))
                .map((row, context) -> {
                    var pact = Pacts.ROW.map(row, context);
                    return new Selected(
                            pact,
                            new Reason(selector, row.getString("word"), instead, pact.versionId(), pact.version()));
                })
                .list());
    }

    private static Map<String, String> given(Selector selector) {
        var given = new HashMap<String, String>();
        if (selector.name() != null) {
            given.put("name", selector.name());
        }
        if (selector.consumer() != null) {
            given.put("consumer", selector.consumer());
        }
        return given;
    }
}
