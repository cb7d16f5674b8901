package dev.covenant.orders.catalogue;

import java.util.OptionalLong;

import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Adds a product or edits the version of it that the editor saw. */
@ApplicationScoped
public class OfferProduct {
    private final CatalogueEdit edit;

    @Inject
    public OfferProduct(CatalogueEdit edit) {
        this.edit = edit;
    }

    /** @param seen the version that the editor saw; empty to add a product that must not exist yet */
    public OfferOutcome offer(Product offered, OptionalLong seen) {
        try {
            return edit.apply(offered, seen);
        } catch (EntityExistsException | OptimisticLockingFailureException overtaken) {
            // Two editors at once: this one came second.
            return seen.isEmpty() ? new OfferOutcome.VersionNeeded() : new OfferOutcome.OtherVersion();
        }
    }
}
