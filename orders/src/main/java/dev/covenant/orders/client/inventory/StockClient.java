package dev.covenant.orders.client.inventory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import tools.jackson.databind.JsonNode;

import dev.covenant.orders.client.Neighbour;
import dev.covenant.orders.client.ServiceCall;
import dev.covenant.orders.client.Told;
import dev.covenant.orders.page.StockLevels;

/** Inventory's stock over its REST API, version 2. Where the pieces lie is no matter of a checkout. */
@ApplicationScoped
class StockClient implements StockLevels {
    private final ServiceCall inventory;
    private final Told told = new Told("stock of inventory");

    @Inject
    StockClient(@Named("inventory") Neighbour inventory) {
        this.inventory = inventory.reads();
    }

    @Override
    public CompletionStage<Optional<Map<String, Long>>> available(Set<String> skus) {
        var query = skus.stream().sorted().collect(Collectors.joining("&sku=", "?sku=", ""));
        return inventory.get("/api/v2/stock" + query).thenApply(reply -> told.read(reply, body -> levels(skus, body)));
    }

    private static Map<String, Long> levels(Set<String> asked, JsonNode body) {
        var found = body.required("items").asArray().values().stream()
                .collect(Collectors.toMap(
                        item -> item.required("sku").stringValue(),
                        item -> item.required("available").longValue(),
                        Math::min));
        return asked.stream().collect(Collectors.toMap(Function.identity(), sku -> found.getOrDefault(sku, 0L)));
    }
}
