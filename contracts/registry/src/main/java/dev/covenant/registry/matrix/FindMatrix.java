package dev.covenant.registry.matrix;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;

/** Answers which versions fit. All rows there are make the verdict, however many a client is shown. */
@ApplicationScoped
@Transactional
public class FindMatrix {
    private final Jdbi jdbi;
    private final Choices choices;
    private final MatrixRows rows;

    @Inject
    public FindMatrix(Jdbi jdbi, Choices choices, MatrixRows rows) {
        this.jdbi = jdbi;
        this.choices = choices;
        this.rows = rows;
    }

    /** As everything is at one moment: what is deleted or deployed between two looks could make a yes that never was true. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public MatrixOutcome find(MatrixQuery query) {
        jdbi.useHandle(handle -> handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        var chosen = new ArrayList<>(choices.of(query.specified()));
        var unknown = query.specified().stream()
                .map(VersionSelector::pacticipant)
                .filter(name ->
                        chosen.stream().noneMatch(choice -> choice.pacticipant().equals(name)))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            return new MatrixOutcome.UnknownPacticipants(unknown);
        }
        if (query.isAboutOthers()) {
            var criterion = query.target() == null ? Criterion.ALL : query.target();
            chosen.addAll(choices.others(chosen, criterion));
        }
        var found = rows.find(chosen, query.latestBy());
        if (found.isEmpty()) {
            return new MatrixOutcome.TooManyRows(MatrixRows.MOST);
        }
        return new MatrixOutcome.Answered(matrix(query, chosen, found.get()));
    }

    private Matrix matrix(MatrixQuery query, List<Choice> chosen, List<MatrixRow> found) {
        var ignored = new Ignored(choices.of(query.ignored()));
        var considered = found.stream().filter(row -> !ignored.covers(row)).toList();
        return new Matrix(
                considered,
                found.stream().filter(ignored::covers).toList(),
                Judgement.of(query, chosen, considered, ignored));
    }

    /** A page of all that was ever said between a consumer and a provider, the latest versions first. */
    public List<MatrixRow> ofPair(String consumer, String provider, int limit, long offset) {
        return rows.ofPair(consumer, provider, limit, offset);
    }
}
