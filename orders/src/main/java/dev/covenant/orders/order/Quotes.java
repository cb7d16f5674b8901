package dev.covenant.orders.order;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.orders.catalogue.SoldProducts;

/** Prices carts by the catalogue, with one query. */
@ApplicationScoped
public class Quotes {
    private final SoldProducts products;

    @Inject
    Quotes(SoldProducts products) {
        this.products = products;
    }

    public Quote quote(Cart cart) {
        var skus = cart.items().stream().map(Cart.Item::sku).collect(Collectors.toSet());
        return Quote.of(cart, products.among(skus));
    }
}
