package dev.covenant.acceptance.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.covenant.audit.Audit;
import dev.covenant.audit.AuditOptions;
import dev.covenant.audit.Books;
import dev.covenant.audit.CheckResult;
import dev.covenant.audit.Report;
import dev.covenant.audit.Violation;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

import static org.assertj.core.api.Assertions.assertThat;

/** Real databases with the services' migrations, the real provider, and books that are right but for what a test does to them. */
class AuditIT {
    private static final Duration OLD = Duration.ofDays(10);
    private static Stack stack;
    private static GeneratedBooks books;

    @BeforeAll
    static void start() {
        stack = BooksWithoutServices.start();
        books = new GeneratedBooks(stack, Instant.now().minus(OLD));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @BeforeEach
    void writeCleanBooks() {
        books.clear();
        books.write(0, 39);
    }

    @Test
    void findsNothingWrongInCleanBooks() {
        var report = audit(AuditOptions.usual().settledNow());
        assertThat(report.isClean()).as(report.toString()).isTrue();
        assertThat(report.checks())
                .allSatisfy(
                        check -> assertThat(check.examined()).as(check.name()).isPositive());
    }

    @ParameterizedTest
    @MethodSource("dev.covenant.acceptance.audit.Plants#all")
    void finds(Plant plant) {
        plant.into(books);
        var report = audit(AuditOptions.usual());
        assertThat(checks(report)).as(report.toString()).isEqualTo(plant.checks());
        assertThat(report.unread()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.covenant.acceptance.audit.Plants#unsettled")
    void takesForUnderWay(Plant plant) {
        plant.into(books);
        var usual = audit(AuditOptions.usual());
        assertThat(usual.isClean()).as(usual.toString()).isTrue();
        assertThat(usual.underWay().sagas().count()
                        + usual.underWay().attempts().count())
                .isOne();
        assertThat(checks(audit(AuditOptions.usual().settledNow()))).isEqualTo(plant.checks());
    }

    @Test
    void hasATestForEachOfItsChecks() {
        var planted = Stream.concat(Plants.all(), Plants.unsettled())
                .flatMap(plant -> plant.checks().stream())
                .collect(Collectors.toSet());
        assertThat(audit(AuditOptions.usual().settledNow()).checks())
                .extracting(CheckResult::name)
                .containsExactlyInAnyOrderElementsOf(planted);
    }

    @Test
    void tellsTheWholeHistoryOfTheOrder() {
        books.plant(Part.ORDERS, 10, "UPDATE customer_order SET last_event = 8 WHERE order_id = '{order}'");
        var report = audit(AuditOptions.usual());
        assertThat(report.violations())
                .extracting(violation -> violation.ids().get("order"))
                .containsExactly(books.order(10).toString());
        assertThat(report.toString())
                .contains("expected  events 1 to 8")
                .contains(
                        "name=RESERVE",
                        "type=stock-committed",
                        "movement  id=",
                        "type=SALE quantity=-2",
                        "operation=CAPTURE")
                .contains("account=provider-clearing", "charge  id=", "captured=3080");
    }

    @Test
    void looksOnlyAtWhatChangedSince() {
        books.plant(Part.ORDERS, 10, "UPDATE customer_order SET last_event = 8 WHERE order_id = '{order}'");
        books.plant(Part.INVENTORY, 15, "UPDATE stock_item SET on_hand = on_hand + 1 WHERE sku = '{sku}'");
        var report = audit(AuditOptions.usual().since(Instant.now().minusSeconds(3600)));
        assertThat(report.isClean()).as(report.toString()).isTrue();
        assertThat(report.checks())
                .allSatisfy(
                        check -> assertThat(check.examined()).as(check.name()).isZero());
    }

    @Test
    void looksAtAnOldOrderThatEndedSince() {
        books.plant(Part.ORDERS, 10, """
                UPDATE customer_order SET last_event = 8 WHERE order_id = '{order}';
                UPDATE checkout_saga SET done_at = now() WHERE order_id = '{order}'""");
        assertThat(checks(audit(AuditOptions.usual().since(Instant.now().minusSeconds(3600)))))
                .containsExactly("events-without-gaps");
    }

    @Test
    void looksAtAnOldOrderWhoseReservationOrPaymentChangedSince() {
        books.plant(Part.INVENTORY, 10, """
                UPDATE reservation SET state = 'RETURNED', changed_at = now() WHERE reservation_id = '{reservation}'""");
        books.plant(Part.PAYMENTS, 11, """
                UPDATE payment SET captured = captured - 1, changed_at = now() WHERE payment_id = '{payment}'""");
        assertThat(checks(audit(AuditOptions.usual().since(Instant.now().minusSeconds(3600)))))
                .containsExactly("amounts-in-bounds", "confirmed-has-its-stock", "reservation-matches-movements");
    }

    @Test
    void countsWhatItDoesNotShow() {
        books.plant(Part.ORDERS, 0, "UPDATE customer_order SET last_event = last_event + 1");
        var report = audit(new AuditOptions(AuditOptions.usual().since(), false, 3, 7, "orders"));
        assertThat(report.count()).isEqualTo(40);
        assertThat(report.violations()).hasSize(3);
        assertThat(report.toString()).contains("37 more violations are counted above and not shown.");
    }

    @Test
    void saysWhatItCouldNotReadAndVerifiesTheRest() {
        books.plant(Part.INVENTORY, 15, "UPDATE stock_item SET on_hand = on_hand + 1 WHERE sku = '{sku}'");
        var known = stack.books();
        var report = Audit.of(
                        new Books(known.orders(), known.inventory(), known.payments(), known.provider(), "another key"))
                .run(AuditOptions.usual());
        assertThat(report.unread()).anySatisfy(unread -> assertThat(unread).contains("orders", "provider", "401"));
        assertThat(checks(report)).containsExactly("stock-matches-movements");
    }

    private static Report audit(AuditOptions options) {
        return Audit.of(stack.books()).run(options);
    }

    private static Set<String> checks(Report report) {
        return report.violations().stream().map(Violation::check).collect(Collectors.toCollection(TreeSet::new));
    }
}
