package dev.covenant.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.covenant.audit.books.Key;
import dev.covenant.audit.books.KeyBooks;
import dev.covenant.audit.checks.Check;
import dev.covenant.audit.checks.Finding;

/** Idempotency keys: whoever asks again with one is led to an order of their own. */
final class KeysPass implements Pass {
    private static final Check CHECK =
            new Check("key-leads-to-order", "an idempotency key leads to an order of the customer who used it");

    private final KeyBooks keys;
    private final IdPages pages;
    private final Tally tally;

    KeysPass(KeyBooks keys, IdPages pages, Tally tally) {
        this.keys = keys;
        this.pages = pages;
        this.tally = tally;
        tally.expect(CHECK);
    }

    @Override
    public String subject() {
        return "keys";
    }

    @Override
    public void run(PageProgress progress) {
        var after = Optional.<Key>empty();
        List<Key> page;
        do {
            page = keys.page(after, pages.scope(), pages.size());
            page.forEach(this::examine);
            progress.examined(page.size());
            after = page.isEmpty() ? after : Optional.of(page.getLast());
        } while (page.size() == pages.size());
    }

    private void examine(Key key) {
        tally.examined(CHECK);
        if (!key.leadsHome()) {
            tally.violated(
                    CHECK,
                    new Finding(
                            "an order of " + key.subject(),
                            key.customer() == null ? "no such order" : "an order of " + key.customer()),
                    Map.of("order", key.orderId().toString(), "key", key.key()),
                    key);
        }
    }
}
