package dev.covenant.audit;

import java.util.List;
import java.util.UUID;

import dev.covenant.audit.books.OrdersBooks;
import dev.covenant.audit.dossier.CaseKey;

/** Every order, with what the neighbours hold for it. */
record OrdersPass(OrdersBooks orders, IdPages pages, Examiner examiner) implements Pass {
    @Override
    public String subject() {
        return "orders";
    }

    @Override
    public void run(PageProgress progress) {
        pages.each(orders::ids, ids -> {
            examiner.examine(cases(ids));
            progress.examined(ids.size());
        });
    }

    private static List<CaseKey> cases(List<UUID> ids) {
        return ids.stream().<CaseKey>map(CaseKey.OfOrder::new).toList();
    }
}
