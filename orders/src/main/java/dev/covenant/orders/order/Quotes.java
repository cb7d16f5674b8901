package dev.covenant.orders.order;

import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.orders.catalogue.Product;
import dev.covenant.orders.catalogue.Products;

/** Prices carts by the catalogue, with one query. */
@ApplicationScoped
public class Quotes {
    private final Products products;

    @Inject
    Quotes(Products products) {
        this.products = products;
    }

    /** Transactional only to give its connection back before the request goes on. */
    @Transactional
    public Quote quote(Cart cart) {
        var skus = cart.items().stream().map(Cart.Item::sku).collect(Collectors.toSet());
        var sold = products.findAll(skus).stream().collect(Collectors.toMap(Product::sku, Function.identity()));
        return Quote.of(cart, sold);
    }
}
