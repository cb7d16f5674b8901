package dev.covenant.registry.matrix;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

import dev.covenant.registry.matrix.MatrixQuery.LatestBy;

/** Finds contracts between chosen versions, with results. All of them or none: a part could hide the one that says no. */
@ApplicationScoped
class MatrixRows {
    /** So many a question may be about: more than there are in any environment. */
    static final int MOST = 20_000;

    private static final RowMapper<MatrixRow> ROW = ConstructorMapper.of(MatrixRow.class);

    /** A contract that no chosen provider version has verified is a row too. */
    private static final String SELECT = """
            SELECT pp.id AS contract, c.id AS consumer_id, c.name AS consumer, cv.id AS consumer_version_id,
                cv.number AS consumer_version, p.id AS provider_id, p.name AS provider, pv.id AS provider_version_id,
                pv.number AS provider_version, pc.sha, pp.created_at AS published_at, vr.id AS verification, vr.success,
                vr.created_at AS verified_at
            FROM pact_publication pp
            JOIN pacticipant c ON c.id = pp.consumer_id
            JOIN pacticipant p ON p.id = pp.provider_id
            JOIN version cv ON cv.id = pp.consumer_version_id
            JOIN pact_content pc ON pc.id = pp.content_id
            LEFT JOIN verification vr ON vr.content_id = pp.content_id AND vr.latest %s
            LEFT JOIN version pv ON pv.id = vr.provider_version_id
            WHERE pp.current AND %s
            """;

    private static final String LAST_SAID_FIRST =
            "ORDER BY greatest(vr.created_at, pp.created_at) DESC, pp.id DESC, vr.id DESC LIMIT " + (MOST + 1);

    private static final String VERIFIED_BY_CHOSEN = "AND (vr.provider_version_id = ANY(:versions) %s)";

    private static final String CHOSEN = """
            (pp.consumer_version_id = ANY(:versions) %s) AND pp.provider_id = ANY(:chosen)
                AND (pp.consumer_id = ANY(:specified) OR pp.provider_id = ANY(:specified))""";

    /** In the order of an index: versions that say the same and have many results make more rows than anybody wants sorted. */
    private static final String OF_PAIR = SELECT.formatted("", """
            pp.provider_id = (SELECT id FROM pacticipant WHERE name = :provider)
                AND pp.consumer_id = (SELECT id FROM pacticipant WHERE name = :consumer)
            ORDER BY pp.consumer_version_id DESC, vr.provider_version_id DESC LIMIT :limit OFFSET :offset""");

    private final Jdbi jdbi;

    @Inject
    MatrixRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The last said first. Empty when there are more than {@link #MOST}. */
    Optional<List<MatrixRow>> find(List<Choice> choices, LatestBy latestBy) {
        var found = query(choices);
        if (found.size() > MOST) {
            return Optional.empty();
        }
        var byProvider = choices.stream().collect(Collectors.groupingBy(Choice::pacticipantId));
        var rows = found.stream()
                .collect(Collectors.groupingBy(MatrixRow::contract, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(contract ->
                        complete(contract, byProvider.get(contract.getFirst().providerId())))
                .limit(MOST + 1)
                .toList();
        return rows.size() > MOST ? Optional.empty() : Optional.of(latest(rows, byProvider, latestBy));
    }

    /** A page of what there is between two, the latest versions first. */
    List<MatrixRow> ofPair(String consumer, String provider, int limit, long offset) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_PAIR)
                .bind("consumer", consumer)
                .bind("provider", provider)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(ROW)
                .list());
    }

    private List<MatrixRow> query(List<Choice> choices) {
        var whole = Choices.whole(choices);
        var sql = SELECT.formatted(
                        VERIFIED_BY_CHOSEN.formatted(whole.length == 0 ? "" : "OR pp.provider_id = ANY(:whole)"),
                        CHOSEN.formatted(whole.length == 0 ? "" : "OR pp.consumer_id = ANY(:whole)"))
                + LAST_SAID_FIRST;
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bind("versions", Choices.versions(choices))
                    .bind("chosen", Choices.pacticipants(choices))
                    .bind(
                            "specified",
                            Choices.pacticipants(
                                    choices.stream().filter(Choice::specified).toList()));
            return (whole.length == 0 ? query : query.bind("whole", whole))
                    .map(ROW)
                    .list();
        });
    }

    /** A provider version from which the contract needs a result, and has none, is a row without. */
    private static Stream<MatrixRow> complete(List<MatrixRow> contract, List<Choice> provider) {
        var needed = provider.stream()
                .flatMap(choice -> choice.needed().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
        contract.forEach(row -> needed.remove(row.providerVersionId()));
        var known = contract.stream().filter(row -> needed.isEmpty() || row.verification() != null);
        return Stream.concat(known, needed.entrySet().stream().map(version -> contract.getFirst()
                .with(version.getKey(), version.getValue())));
    }

    /** Only where nobody said which versions are meant: of those that somebody named, every one counts. */
    private static List<MatrixRow> latest(List<MatrixRow> rows, Map<Long, List<Choice>> choices, LatestBy latestBy) {
        var kept = rows;
        if (latestBy == LatestBy.CONSUMER_PROVIDER) {
            kept = newest(
                    kept,
                    row -> isWhole(choices, row.consumerId()),
                    row -> List.of(row.consumerId(), row.providerId()),
                    MatrixRow::consumerVersionId);
        }
        if (latestBy != LatestBy.CONSUMER_VERSION_PROVIDER_VERSION) {
            kept = newest(
                    kept,
                    row -> isWhole(choices, row.providerId()),
                    row -> List.of(row.consumerVersionId(), row.providerId()),
                    row -> row.providerVersionId() == null ? 0 : row.providerVersionId());
        }
        return kept;
    }

    private static List<MatrixRow> newest(
            List<MatrixRow> rows,
            Predicate<MatrixRow> applies,
            Function<MatrixRow, List<Long>> key,
            ToLongFunction<MatrixRow> order) {
        var newest = new HashMap<List<Long>, Long>();
        rows.forEach(row -> newest.merge(key.apply(row), order.applyAsLong(row), Math::max));
        return rows.stream()
                .filter(row -> !applies.test(row) || newest.get(key.apply(row)) == order.applyAsLong(row))
                .toList();
    }

    private static boolean isWhole(Map<Long, List<Choice>> byPacticipant, long pacticipant) {
        return byPacticipant.getOrDefault(pacticipant, List.of()).stream()
                .anyMatch(choice -> choice.criterion().isAll());
    }
}
