package dev.covenant.orders.api.v1;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = StubNeighbours.class)
class ProductsIT {
    private final Shop shop;

    ProductsIT(ServerUnderTest server) {
        shop = Shop.open(server);
    }

    @Test
    void areAddedAndShown() {
        var added = offer("LAMP", 8_900);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        var shown = shop.http().get(path("LAMP"));
        assertThat(shown.text())
                .isEqualTo(added.text())
                .isEqualTo(
                        "{\"sku\":\"%s\",\"name\":\"LAMP\",\"kind\":\"PHYSICAL\",\"price\":{\"amount\":8900,\"currency\":\"EUR\"}}"
                                .formatted(shop.sku("LAMP")));
        assertThat(shown.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void areEditedByWhoeverSawTheLatestVersion() {
        offer("LAMP", 8_900);

        var edited = offer("LAMP", 7_900, "If-Match", "\"1\"");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertThat(edited.json().at("/price/amount").asLong()).isEqualTo(7_900);
        assertThat(offer("LAMP", 6_900, "If-Match", "\"1\"").problem()).isEqualTo("412 precondition-failed");
        assertThat(shop.http().get(path("LAMP")).text()).isEqualTo(edited.text());
    }

    @Test
    void areNotEditedBlindly() {
        offer("LAMP", 8_900);

        assertThat(offer("LAMP", 7_900).problem()).isEqualTo("428 precondition-required");
    }

    @Test
    void thatAreNotThereCannotBeEdited() {
        assertThat(offer("LAMP", 8_900, "If-Match", "\"1\"").problem()).isEqualTo("412 precondition-failed");
        assertThat(shop.http().get(path("LAMP")).problem()).isEqualTo("404 product-not-found");
    }

    @Test
    void areEditedByOneOfManyAtOnce() {
        offer("LAMP", 8_900);

        var answers = AtOnce.call(10, number -> offer("LAMP", 1_000 + number, "If-Match", "\"1\""));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Answer::problem)
                .containsOnly("412 precondition-failed");
    }

    @Test
    void areAddedByOneOfManyAtOnce() {
        var answers = AtOnce.call(10, number -> offer("LAMP", 1_000 + number));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::problem)
                .containsOnly("428 precondition-required");
    }

    @Test
    void areListedBySkuPageByPage() {
        for (var name : List.of("A-LAMP", "A-MUG", "A-PEN")) {
            offer(name, 1_000);
        }

        var read = new ArrayList<String>();
        var path = "api/v1/products?limit=2";
        while (path != null) {
            var page = shop.http().get(path).json();
            page.get("items").values().stream()
                    .map(item -> item.path("sku"))
                    .map(JsonNode::asString)
                    .forEach(read::add);
            path = page.has("nextCursor")
                    ? "api/v1/products?limit=2&cursor=" + page.get("nextCursor").asString()
                    : null;
        }

        assertThat(read).isSorted().doesNotHaveDuplicates();
        assertThat(read).contains(shop.sku("A-LAMP"), shop.sku("A-MUG"), shop.sku("A-PEN"));
    }

    private Answer offer(String name, long price, String... headers) {
        return shop.merchandiser()
                .json(
                        "PUT",
                        path(name),
                        new ProductRequest(name, ProductKind.PHYSICAL, new Money(price, "EUR")),
                        headers);
    }

    private String path(String name) {
        return "api/v1/products/" + shop.sku(name);
    }
}
