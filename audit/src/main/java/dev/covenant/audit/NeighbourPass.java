package dev.covenant.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import dev.covenant.audit.books.OrdersBooks;
import dev.covenant.audit.books.Owner;
import dev.covenant.audit.dossier.CaseKey;

/**
 * Everything of one kind in a neighbour's books that {@link OrdersPass} does not come to: what no order's saga names, and what changed
 * though its order did not.
 *
 * @param source lists the ids of that kind
 * @param unowned the case that an id makes by itself
 */
record NeighbourPass(
        String subject,
        IdPages.Source source,
        Function<UUID, CaseKey> unowned,
        OrdersBooks orders,
        IdPages pages,
        Examiner examiner)
        implements Pass {

    @Override
    public void run(PageProgress progress) {
        pages.each(source, ids -> {
            // Read after the ids: an order and its saga are committed before the neighbour hears of it.
            examiner.examine(cases(ids, orders.owners(ids)));
            progress.examined(ids.size());
        });
    }

    private List<CaseKey> cases(List<UUID> ids, Map<UUID, List<Owner>> owners) {
        var cases = new ArrayList<CaseKey>();
        for (var id : ids) {
            var known = owners.getOrDefault(id, List.of());
            if (known.isEmpty()) {
                cases.add(unowned.apply(id));
            }
            known.stream()
                    .filter(owner -> !pages.scope().takesIn(owner))
                    .map(owner -> new CaseKey.OfOrder(owner.orderId()))
                    .forEach(cases::add);
        }
        return cases;
    }
}
