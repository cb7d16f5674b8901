package dev.covenant.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import dev.covenant.audit.books.InventoryBooks;
import dev.covenant.audit.books.OpenAttempts;
import dev.covenant.audit.books.OrdersBooks;
import dev.covenant.audit.books.PaymentsBooks;
import dev.covenant.audit.books.ProviderBooks;
import dev.covenant.audit.books.RunningSagas;
import dev.covenant.audit.books.UnreadableBookException;
import dev.covenant.audit.checks.Terms;
import dev.covenant.audit.dossier.CaseKey;
import dev.covenant.audit.dossier.Dossiers;
import dev.covenant.audit.dossier.SecondLook;

/** One audit, from the first page to the report. */
final class AuditRun {
    private final OrdersBooks orders;
    private final PaymentsBooks payments;
    private final AuditOptions options;
    private final Instant began;
    private final Tally tally;
    private final List<Pass> passes = new ArrayList<>();
    private final Set<String> unread = new LinkedHashSet<>();

    AuditRun(
            OrdersBooks orders,
            InventoryBooks inventory,
            PaymentsBooks payments,
            ProviderBooks provider,
            AuditOptions options,
            Instant began) {
        this.orders = orders;
        this.payments = payments;
        this.options = options;
        this.began = began;
        this.tally = new Tally(options.most());
        var dossiers = new Dossiers(orders, inventory, payments, provider);
        var examiner = new Examiner(
                dossiers,
                new SecondLook(dossiers::read, SecondLook.Pause.growing()),
                new Terms(options.client(), options.settled(), began).checks(),
                options.settled(),
                tally);
        var pages = new IdPages(options.scope(), options.page());
        passes.add(new OrdersPass(orders, pages, examiner));
        passes.add(new KeysPass(orders.keys(), pages, tally));
        passes.add(
                new NeighbourPass("reservations", inventory::ids, CaseKey.OfReservation::new, orders, pages, examiner));
        passes.add(new StockPass(inventory.stock(), pages, tally));
        passes.add(new NeighbourPass(
                "payments", payments::ids, id -> new CaseKey.OfPayment(id.toString()), orders, pages, examiner));
        passes.add(new ChargesPass(provider, payments, pages, examiner));
        if (options.since().isEmpty()) {
            // A sum over everything; of what is new, each journal is checked with its payment.
            passes.add(new LedgerPass(payments.ledger(), tally));
        }
    }

    void go(Progress progress) {
        for (var pass : passes) {
            var examined = new AtomicLong();
            reading(pass.subject(), () -> {
                pass.run(more -> progress.examined(pass.subject(), examined.addAndGet(more)));
                return examined;
            });
        }
    }

    Report report(Duration took) {
        // Read first, because it may add to what could not be read.
        var underWay = underWay();
        return new Report(
                began,
                took,
                options.since(),
                options.settled(),
                tally.results(),
                underWay,
                tally.violations(),
                List.copyOf(unread));
    }

    private UnderWay underWay() {
        return new UnderWay(
                reading("running sagas", orders::running).orElse(new RunningSagas(0, null, 0)),
                reading("open attempts", payments::open).orElse(new OpenAttempts(0, null)),
                tally.moving());
    }

    private <T> Optional<T> reading(String what, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (UnreadableBookException e) {
            unread.add("%s: %s".formatted(what, e.getMessage()));
            return Optional.empty();
        }
    }
}
