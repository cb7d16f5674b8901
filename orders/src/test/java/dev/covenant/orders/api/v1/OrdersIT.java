package dev.covenant.orders.api.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.api.v1.PlaceOrderRequest.Line;
import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Prices when ordering, and reading what was ordered. */
@RealServer(setup = StubNeighbours.class)
class OrdersIT {
    private final Shop shop;

    OrdersIT(ServerUnderTest server) {
        shop = Shop.open(server);
    }

    @Test
    void areRefusedAtAnotherPriceThanTheCustomerSaw() {
        var mugs = shop.mugs(2);
        var order = new PlaceOrderRequest(List.of(mugs), "EUR", shop.paymentToken(), 2 * Shop.MUG_PRICE - 1);

        var answer = shop.place(key(), order);

        assertThat(answer.problem()).isEqualTo("409 price-changed");
        assertThat(answer.json().get("total").asLong()).isEqualTo(2 * Shop.MUG_PRICE);
        assertThat(answer.json().get("currency").asString()).isEqualTo("EUR");
        assertThat(shop.stepsAsked()).isEmpty();
    }

    @Test
    void nameTheLineThatIsNotSold() {
        var answer = shop.place(shop.mugs(1), new Line(shop.sku("NOTHING"), 1));

        assertThat(answer.problem()).isEqualTo("422 not-sold");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("lines[1].sku");
    }

    @Test
    void nameTheLineThatIsSoldInAnotherCurrency() {
        var mugs = shop.mugs(1);
        var answer = shop.place(key(), new PlaceOrderRequest(List.of(mugs), "USD", shop.paymentToken(), 1_290L));

        assertThat(answer.problem()).isEqualTo("422 not-sold");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("lines[0].sku");
        assertThat(answer.json().at("/errors/0/rule").asString()).contains("EUR only");
    }

    @Test
    void areRefusedBeyondTheLargestTotal() {
        var yachts = new Line(shop.sells("YACHT", ProductKind.DIGITAL, 100_000_000_000L), 11);
        var order = new PlaceOrderRequest(List.of(yachts), "EUR", shop.paymentToken(), 1_000_000_000_000L);

        assertThat(shop.place(key(), order).problem()).isEqualTo("422 total-too-large");
    }

    @Test
    void keepTheNameKindAndPriceOfTheMoment() {
        var placed = shop.place(shop.book());
        shop.merchandiser()
                .json(
                        "PUT",
                        "api/v1/products/" + shop.sku("BOOK"),
                        new ProductRequest("Second edition", ProductKind.PHYSICAL, new Money(5_000L, "EUR")),
                        "If-Match",
                        "\"1\"");

        var line = shop.show(placed.orderId()).json().at("/lines/0");
        assertThat(line.get("name").asString()).isEqualTo("BOOK");
        assertThat(line.get("kind").asString()).isEqualTo("DIGITAL");
        assertThat(line.get("unitPrice").asLong()).isEqualTo(Shop.BOOK_PRICE);
    }

    @Test
    void ofAnotherCustomerDoNotExist() {
        var placed = shop.place(shop.book());

        assertThat(shop.show(placed.orderId()).status()).isEqualTo(200);
        assertThat(shop.asSomebodyElse().show(placed.orderId()).problem()).isEqualTo("404 order-not-found");
        assertThat(shop.show(UuidV7.next()).problem()).isEqualTo("404 order-not-found");
        assertThat(items(shop.asSomebodyElse().http().get("api/v1/orders"))).isEmpty();
    }

    @Test
    void areListedNewestFirstPageByPage() {
        var book = shop.book();
        var placed = IntStream.range(0, 5)
                .mapToObj(_ -> shop.place(book).orderId().toString())
                .toList();

        var read = new ArrayList<String>();
        var path = "api/v1/orders?limit=2";
        for (var pages = 0; pages < 3; pages++) {
            var page = shop.http().get(path);
            read.addAll(items(page));
            path = "api/v1/orders?limit=2&cursor="
                    + page.json().path("nextCursor").asString("none");
        }

        assertThat(read).containsExactlyElementsOf(placed.reversed());
        assertThat(path).endsWith("none");
    }

    private static List<String> items(Answer page) {
        return page.json().get("items").values().stream()
                .map(item -> item.path("orderId"))
                .map(JsonNode::asString)
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
