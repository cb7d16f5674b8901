package dev.covenant.orders.catalogue;

import java.util.OptionalLong;

import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Adds a product or edits the version of it that the editor saw. */
@ApplicationScoped
public class OfferProduct {
    private final Products products;

    @Inject
    public OfferProduct(Products products) {
        this.products = products;
    }

    /** @param seen the version that the editor saw; empty to add a product that must not exist yet */
    public OfferOutcome offer(Product offered, OptionalLong seen) {
        return seen.isEmpty() ? add(offered) : change(offered, seen.getAsLong());
    }

    private OfferOutcome add(Product offered) {
        if (products.find(offered.sku()).isPresent()) {
            return new OfferOutcome.VersionNeeded();
        }
        try {
            return new OfferOutcome.Added(products.add(offered));
        } catch (EntityExistsException overtaken) {
            return new OfferOutcome.VersionNeeded();
        }
    }

    private OfferOutcome change(Product offered, long seen) {
        var present = products.find(offered.sku()).filter(product -> product.version() == seen);
        if (present.isEmpty()) {
            return new OfferOutcome.OtherVersion();
        }
        present.get().offer(offered.name(), offered.kind(), offered.price(), offered.currency());
        try {
            return new OfferOutcome.Changed(products.change(present.get()));
        } catch (OptimisticLockingFailureException overtaken) {
            return new OfferOutcome.OtherVersion();
        }
    }
}
