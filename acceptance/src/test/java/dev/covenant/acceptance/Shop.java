package dev.covenant.acceptance;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.uuid.Generators;

import dev.covenant.acceptance.Api.Answer;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do in the shop. Every test sells products of its own, so that tests do not meet. */
final class Shop {
    static final long PRICE = 1290;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Stack stack;
    private final URI orders;
    private final Api catalogue;
    private final Api warehouse;

    Shop(Stack stack) {
        this(stack, URI.create(stack.ports().url(Part.ORDERS)));
    }

    /** @param orders the replica to go to */
    Shop(Stack stack, URI orders) {
        this.stack = stack;
        this.orders = orders;
        catalogue = Api.of(stack, Part.ORDERS, "mia", "merchandiser").at(orders);
        warehouse = Api.of(stack, Part.INVENTORY, "mia", "merchandiser");
    }

    /** A new physical product with so many pieces in stock; its SKU. */
    String mugs(int pieces) {
        var sku = product("PHYSICAL");
        if (pieces > 0) {
            var receipt = Map.of("type", "RECEIPT", "quantity", pieces, "reason", "Delivery");
            var answer = warehouse.put("/api/v1/stock/%s/movements/%s".formatted(sku, newId()), receipt);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
        return sku;
    }

    /** A new digital product; its SKU. */
    String ebook() {
        return product("DIGITAL");
    }

    /** Orders one piece of each SKU, and does not give up before the order is taken. */
    Answer order(String customer, String paymentToken, String... skus) {
        return Purchase.of(customer, paymentToken, skus).insist(customer(customer));
    }

    /** The checkout page of one piece of it. */
    Answer page(String customer, String sku) {
        return customer(customer).get("/api/v1/checkout?sku=" + sku + ":1");
    }

    Api customer(String name) {
        return Api.of(stack, Part.ORDERS, name, "customer").at(orders);
    }

    long available(String sku) {
        return warehouse.get("/api/v1/stock/" + sku).body().path("available").asLong();
    }

    private String product(String kind) {
        var sku = "TEST-%s-%d".formatted(kind, NUMBER.incrementAndGet());
        var answer = catalogue.put(
                "/api/v1/products/" + sku,
                Map.of("name", "Test " + sku, "kind", kind, "price", Map.of("amount", PRICE, "currency", "EUR")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return sku;
    }

    private static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
