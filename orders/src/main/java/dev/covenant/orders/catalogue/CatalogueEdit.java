package dev.covenant.orders.catalogue;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** One edit of the catalogue, in one transaction. */
@ApplicationScoped
class CatalogueEdit {
    private final Products products;

    @Inject
    CatalogueEdit(Products products) {
        this.products = products;
    }

    /** @param seen the version that the editor saw; empty to add a product that must not exist yet */
    @Transactional
    OfferOutcome apply(Product offered, OptionalLong seen) {
        var present = products.find(offered.sku());
        if (present.isEmpty() && seen.isEmpty()) {
            return new OfferOutcome.Added(products.add(offered));
        }
        if (seen.isEmpty()) {
            return new OfferOutcome.VersionNeeded();
        }
        if (present.isEmpty() || present.get().version() != seen.getAsLong()) {
            return new OfferOutcome.OtherVersion();
        }
        present.get().offer(offered.name(), offered.kind(), offered.price(), offered.currency());
        return new OfferOutcome.Changed(products.change(present.get()));
    }
}
