package dev.covenant.orders.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.data.Limit;
import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;

/** The catalogue. */
@Repository(dataStore = "java:app/env/persistence/orders")
public interface Products {
    @Find
    Optional<Product> find(@By("sku") String sku);

    /** Those of the SKUs that are sold, in one query. */
    @Query("WHERE sku IN ?1")
    List<Product> findAll(Set<String> skus);

    /** A page of products after the given SKU, ordered by SKU. */
    @Query("WHERE sku > ?1 ORDER BY sku")
    List<Product> after(String sku, Limit limit);

    /** @return it with its version */
    @Insert
    Product add(Product product);

    /** @return it with its new version */
    @Update
    Product change(Product product);
}
