package dev.covenant.registry.matrix;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** Finds the versions that criteria mean. */
@ApplicationScoped
class Choices {
    private static final String SELECT = """
            SELECT v.id, v.number, v.pacticipant_id FROM version v JOIN pacticipant p ON p.id = v.pacticipant_id
            WHERE v.pacticipant_id = ANY(:pacticipants) AND %s
            ORDER BY (%s) IS TRUE DESC, v.id DESC""";

    /** The providers of the contracts of the versions that are specified, and whoever has a contract with one that is. */
    private static final String OTHERS = """
            SELECT p.id, p.name FROM pacticipant p
            WHERE p.id <> ALL(:specified) AND (
                p.id IN (SELECT provider_id FROM pact_publication
                    WHERE current AND (consumer_version_id = ANY(:versions) OR consumer_id = ANY(:whole)))
                OR EXISTS (SELECT FROM pact_publication
                    WHERE current AND provider_id = ANY(:specified) AND consumer_id = p.id))""";

    private final Jdbi jdbi;

    @Inject
    Choices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of whom there is none by the name are left out. */
    List<Choice> of(List<VersionSelector> selectors) {
        var ids = ids(selectors.stream().map(VersionSelector::pacticipant).toList());
        return selectors.stream()
                .filter(selector -> ids.containsKey(selector.pacticipant()))
                .map(selector -> {
                    var id = ids.get(selector.pacticipant());
                    var versions = versions(List.of(id), selector.criterion()).getOrDefault(id, Map.of());
                    return new Choice(id, selector.pacticipant(), selector.criterion(), true, versions);
                })
                .toList();
    }

    /** What of all others meets the specified ones. */
    List<Choice> others(List<Choice> specified, Criterion criterion) {
        var names = jdbi.withHandle(handle -> handle.createQuery(OTHERS)
                .bind("specified", pacticipants(specified))
                .bind("versions", versions(specified))
                .bind("whole", whole(specified))
                .map((row, _) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list());
        var versions = versions(names.stream().map(Map.Entry::getKey).toList(), criterion);
        return names.stream()
                .map(each -> new Choice(
                        each.getKey(),
                        each.getValue(),
                        criterion,
                        false,
                        versions.getOrDefault(each.getKey(), Map.of())))
                .toList();
    }

    static Long[] pacticipants(Collection<Choice> choices) {
        return choices.stream().map(Choice::pacticipantId).distinct().toArray(Long[]::new);
    }

    static Long[] versions(Collection<Choice> choices) {
        return choices.stream()
                .flatMap(choice -> choice.versions().keySet().stream())
                .distinct()
                .toArray(Long[]::new);
    }

    /** Pacticipants of whom every version is meant. */
    static Long[] whole(Collection<Choice> choices) {
        return pacticipants(
                choices.stream().filter(choice -> choice.criterion().isAll()).toList());
    }

    private Map<String, Long> ids(List<String> names) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, name FROM pacticipant WHERE name = ANY(:names)")
                .bind("names", names.toArray(String[]::new))
                .reduceRows(new HashMap<>(), (ids, row) -> {
                    ids.put(row.getColumn("name", String.class), row.getColumn("id", Long.class));
                    return ids;
                }));
    }

    private Map<Long, Map<Long, String>> versions(List<Long> pacticipants, Criterion criterion) {
        if (criterion.isAll() || pacticipants.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SELECT.formatted(
                            criterion.kind().condition(), criterion.kind().newest()))
                    .bind("pacticipants", pacticipants.toArray(Long[]::new));
            if (criterion.word() != null) {
                query.bind("word", criterion.word());
            }
            return query.reduceRows(new HashMap<Long, Map<Long, String>>(), (versions, row) -> {
                versions.computeIfAbsent(row.getColumn("pacticipant_id", Long.class), _ -> new LinkedHashMap<>())
                        .put(row.getColumn("id", Long.class), row.getColumn("number", String.class));
                return versions;
            });
        });
    }
}
