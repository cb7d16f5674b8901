package dev.covenant.inventory.stock;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

/** Reads stock levels. */
@Repository(dataStore = "java:app/env/persistence/inventory")
public interface StockItems {
    @Find
    Optional<StockItem> find(@By("sku") String sku);

    /** Those of the SKUs that exist, ordered by SKU, in one query. */
    @Query("WHERE sku IN ?1 ORDER BY sku")
    List<StockItem> findAll(Set<String> skus);
}
