package dev.covenant.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import dev.covenant.audit.books.IdRange;
import dev.covenant.audit.books.Scope;

/** All ids that a scope takes in, page by page by their order: no page repeats another, whatever is written meanwhile. */
record IdPages(Scope scope, int size) {

    void each(Source source, Consumer<List<UUID>> use) {
        for (var range : scope.ranges()) {
            var rest = Optional.of(range);
            while (rest.isPresent()) {
                var ids = source.ids(rest.get(), scope, size);
                if (!ids.isEmpty()) {
                    use.accept(ids);
                }
                rest = ids.size() < size ? Optional.empty() : rest.get().behind(ids.getLast());
            }
        }
    }

    interface Source {
        /** The first ids of the range, in order, that the scope takes in. */
        List<UUID> ids(IdRange range, Scope scope, int most);
    }
}
