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
        var present = products.find(offered.sku());
        try {
            if (present.isEmpty() && seen.isEmpty()) {
                products.add(offered);
                return new OfferOutcome.Added(products.find(offered.sku()).orElseThrow());
            }
            if (seen.isEmpty()) {
                return new OfferOutcome.VersionNeeded();
            }
            if (present.isEmpty() || present.get().version() != seen.getAsLong()) {
                return new OfferOutcome.OtherVersion();
            }
            present.get().offer(offered.name(), offered.kind(), offered.price(), offered.currency());
            products.change(present.get());
            return new OfferOutcome.Changed(products.find(offered.sku()).orElseThrow());
        } catch (EntityExistsException | OptimisticLockingFailureException overtaken) {
            // Two editors at once: this one came second.
            return new OfferOutcome.OtherVersion();
        }
    }
}
