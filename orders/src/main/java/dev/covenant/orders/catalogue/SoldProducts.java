package dev.covenant.orders.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What is sold of a cart, with one query. */
@ApplicationScoped
public class SoldProducts {
    private final Products products;

    @Inject
    SoldProducts(Products products) {
        this.products = products;
    }

    /**
     * Those of the SKUs that are sold, by SKU. Transactional only to give its connection back before the request goes on.
     */
    @Transactional
    public Map<String, Product> among(Set<String> skus) {
        return products.findAll(skus).stream().collect(Collectors.toMap(Product::sku, Function.identity()));
    }
}
