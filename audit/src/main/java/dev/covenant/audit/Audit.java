package dev.covenant.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.covenant.audit.books.InventoryBooks;
import dev.covenant.audit.books.OrdersBooks;
import dev.covenant.audit.books.PaymentsBooks;
import dev.covenant.audit.books.ProviderBooks;
import dev.covenant.audit.dossier.CaseKey;
import dev.covenant.audit.dossier.Dossiers;

/**
 * Reads all books and says where they break what must always hold. It may run at any time: what is under way, or moves while it looks,
 * is no violation. Runs take turns with nothing and lock nothing; several may run at once.
 */
public final class Audit {
    private final Books books;
    private final Clock clock;

    private Audit(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    public static Audit of(Books books) {
        return new Audit(books, Clock.systemUTC());
    }

    public Report run(AuditOptions options) {
        return run(options, Progress.silent());
    }

    /** Never throws because a book cannot be read: the report says so, and what is independent of it is still verified. */
    public Report run(AuditOptions options, Progress progress) {
        var began = clock.instant();
        try (var orders = new OrdersBooks(books.orders());
                var inventory = new InventoryBooks(books.inventory());
                var payments = new PaymentsBooks(books.payments());
                var provider = new ProviderBooks(books.provider(), books.providerKey())) {
            var run = new AuditRun(orders, inventory, payments, provider, options, began);
            run.go(progress);
            return run.report(Duration.between(began, clock.instant()));
        }
    }

    /** Everything that the books say of an order, for people; empty when none of them knows it. Throws when a book cannot be read. */
    public String history(UUID orderId) {
        try (var orders = new OrdersBooks(books.orders());
                var inventory = new InventoryBooks(books.inventory());
                var payments = new PaymentsBooks(books.payments());
                var provider = new ProviderBooks(books.provider(), books.providerKey())) {
            var key = new CaseKey.OfOrder(orderId);
            var file = new Dossiers(orders, inventory, payments, provider)
                    .read(List.of(key))
                    .get(key);
            return file == null ? "" : History.of(file);
        }
    }
}
