package dev.covenant.devstack.shop;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderEventTest {

    @Test
    void readsServerSentEventsAndSkipsComments() {
        var read = new ArrayList<OrderEvent>();

        OrderEvent.read("""
                id: 1
                event: order-placed
                data: {"total":1290}

                : still here

                event:checkout-finished
                id:2
                data:{}

                """.lines(), read::add);

        assertThat(read)
                .containsExactly(
                        new OrderEvent("1", "order-placed", "{\"total\":1290}"),
                        new OrderEvent("2", "checkout-finished", "{}"));
    }
}
