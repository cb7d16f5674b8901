package dev.covenant.devstack.shop;

import tools.jackson.databind.JsonNode;

/**
 * What can be ordered.
 *
 * @param price of one, in minor units of {@code currency}
 */
public record Product(String sku, String name, boolean digital, long price, String currency) {

    static Product of(JsonNode json) {
        return new Product(
                json.path("sku").asString(),
                json.path("name").asString(),
                json.path("kind").asString().equals("DIGITAL"),
                json.path("price").path("amount").asLong(),
                json.path("price").path("currency").asString());
    }
}
