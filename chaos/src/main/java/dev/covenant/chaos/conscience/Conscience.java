package dev.covenant.chaos.conscience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import dev.covenant.audit.Audit;
import dev.covenant.audit.AuditOptions;
import dev.covenant.audit.Report;
import dev.covenant.chaos.ChaosStack;
import dev.covenant.chaos.traffic.Visit;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

/** Judges a run when it is healed: waits for quiet, audits all books, and holds the customers' own records against them. */
public final class Conscience {
    /** Of each promise: one that is broken often shall not hide the others. */
    private static final int MOST_SHOWN = 4;

    private final Stack stack;
    private final Audit audit;
    private final Serving serving;

    public Conscience(ChaosStack chaos) {
        this.stack = chaos.stack();
        this.audit = Audit.of(stack.books());
        this.serving = new Serving(chaos);
    }

    /** @param quietAfter how long nothing was under way any more; empty when it still was at the limit */
    public Verdict judge(List<Visit> visits, Optional<Duration> quietAfter) {
        var report = audit.run(AuditOptions.usual().settledNow());
        var promises = new ArrayList<Promise>();
        var violations = new ArrayList<Violation>();
        var orders = OrderRows.read(stack.owner(Part.ORDERS));
        for (var check : JournalChecks.values()) {
            promises.add(promise(check, visits, orders, violations));
        }
        report.checks()
                .forEach(check ->
                        promises.add(new Promise(check.name(), check.promise(), check.examined(), check.violations())));
        report.violations()
                .forEach(found -> violations.add(new Violation(
                        found.check(),
                        "expected %s, found %s (%s)".formatted(found.expected(), found.found(), found.ids()),
                        found.order().map(order -> whole(order, visits)).orElseGet(() -> found.file()
                                .toString()))));
        promises.add(serving.judge(violations));
        return new Verdict(
                quietAfter.map(Duration::toMillis).orElse(-1L),
                List.copyOf(promises),
                List.copyOf(violations),
                unread(report));
    }

    /** What looked wrong and still moved when it was looked at again has not been judged. */
    private static List<String> unread(Report report) {
        var moving = report.underWay().moving();
        return moving == 0
                ? report.unread()
                : Stream.concat(report.unread().stream(), Stream.of(moving + " files kept moving"))
                        .toList();
    }

    private Promise promise(JournalChecks check, List<Visit> visits, OrderRows orders, List<Violation> violations) {
        var looked = 0;
        var broken = 0;
        for (var visit : visits) {
            var his = orders.of(visit.customer());
            looked += check.isAbout(visit, his) ? 1 : 0;
            var wrong = check.wrong(visit, his);
            if (wrong.isPresent()) {
                if (broken++ < MOST_SHOWN) {
                    violations.add(new Violation(check.id(), wrong.get(), whole(visit, orders)));
                }
            }
        }
        return new Promise(check.id(), check.words(), looked, broken);
    }

    private String whole(Visit visit, OrderRows orders) {
        var ids = Stream.concat(
                        visit.acknowledgements().stream()
                                .map(answer -> answer.told().text("orderId")),
                        orders.of(visit.customer()).stream()
                                .map(order -> order.id().toString()))
                .distinct()
                .toList();
        var history = new StringBuilder(visit.toString());
        ids.forEach(id -> history.append(audit.history(UUID.fromString(id))));
        return history.toString();
    }

    private String whole(String orderId, List<Visit> visits) {
        var customer = visits.stream()
                .filter(visit -> visit.acknowledgements().stream()
                        .anyMatch(answer -> answer.told().text("orderId").equals(orderId)))
                .map(Visit::toString)
                .findFirst()
                .orElse("");
        return customer + audit.history(UUID.fromString(orderId));
    }
}
