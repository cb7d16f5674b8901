package dev.covenant.orders.checkout;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.covenant.orders.order.OrderEvent;
import dev.covenant.orders.order.OrderStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold of an order, its stock and its money once its saga is done, however it came there. */
record SagaBooks(SagaWorld world, UUID order, boolean physical, FakeInventory inventory, FakePayments payments) {

    /** @param cancelled the customer was promised so @param givenUp the customer was told so */
    void check(boolean cancelled, boolean givenUp) {
        var status = world.ask(OrderStatus.class, "SELECT status FROM customer_order WHERE order_id = ?", order)
                .getFirst();
        if (cancelled) {
            assertThat(status).isEqualTo(OrderStatus.CANCELLED);
        }
        if (givenUp) {
            assertThat(status).isEqualTo(OrderStatus.REJECTED);
            assertThat(payments.payments()).doesNotContainValue(FakePayments.State.CAPTURED);
        }
        assertThat(count("SELECT count(*) FROM idempotency_key WHERE order_id = ?"))
                .isEqualTo(givenUp ? 0 : 1);
        assertThat(payments.payments()).hasSizeLessThan(2);
        assertThat(inventory.reservations()).hasSizeLessThan(2);
        if (status == OrderStatus.CONFIRMED) {
            everythingWasTaken();
        } else {
            assertThat(status).isNotEqualTo(OrderStatus.PENDING);
            nothingIsKept();
        }
        nothingIsLeftOver();
    }

    private void everythingWasTaken() {
        assertThat(payments.payments()).containsValue(FakePayments.State.CAPTURED);
        assertThat(payments.refunded()).isFalse();
        if (physical) {
            assertThat(inventory.reservations()).containsValue(FakeInventory.State.COMMITTED);
        } else {
            assertThat(inventory.reservations()).isEmpty();
        }
    }

    private void nothingIsKept() {
        assertThat(inventory.reservations().values())
                .doesNotContain(FakeInventory.State.HELD, FakeInventory.State.COMMITTED);
        assertThat(payments.payments().values())
                .doesNotContain(FakePayments.State.PENDING, FakePayments.State.AUTHORIZED);
        assertThat(payments.refunded()).isEqualTo(payments.payments().containsValue(FakePayments.State.CAPTURED));
    }

    private void nothingIsLeftOver() {
        assertThat(count("SELECT count(*) FROM saga_step WHERE request IS NOT NULL AND order_id = ?"))
                .isZero();
        var events = world.ask(String.class, "SELECT type FROM order_event WHERE order_id = ? ORDER BY seq", order);
        assertThat(events).endsWith(OrderEvent.CHECKOUT_FINISHED);
        assertThat(events.stream().filter(type -> !type.equals(OrderEvent.CHECKOUT_FINISHED)))
                .as("each happens once")
                .doesNotHaveDuplicates();
        assertThat(world.ask(Integer.class, "SELECT seq FROM order_event WHERE order_id = ? ORDER BY seq", order))
                .isEqualTo(numbers(events.size()));
    }

    private int count(String query) {
        return world.ask(Integer.class, query, order).getFirst();
    }

    private static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
