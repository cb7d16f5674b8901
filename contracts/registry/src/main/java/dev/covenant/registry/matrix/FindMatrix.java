package dev.covenant.registry.matrix;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Answers which versions fit. All rows there are make the verdict, however many a client is shown. */
@ApplicationScoped
@Transactional
public class FindMatrix {
    private final Choices choices;
    private final MatrixRows rows;

    @Inject
    public FindMatrix(Choices choices, MatrixRows rows) {
        this.choices = choices;
        this.rows = rows;
    }

    /** @param query whose specified pacticipants exist */
    public Matrix find(MatrixQuery query) {
        var chosen = new ArrayList<>(choices.of(query.specified()));
        if (query.isAboutOthers()) {
            var criterion = query.target() == null ? Criterion.ALL : query.target();
            chosen.addAll(choices.others(chosen, criterion));
        }
        var ignored = new Ignored(choices.of(query.ignored()));
        var found = rows.find(chosen, query.latestBy());
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
