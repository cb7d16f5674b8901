package dev.covenant.payments.payment;

import java.util.List;

import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

/** Reads the ways to pay. */
@Repository(dataStore = "java:app/env/persistence/payments")
public interface PaymentMethods {
    /** Ordered by code; none for a currency that is not supported. */
    @Query("WHERE currency = ?1 ORDER BY method")
    List<PaymentMethod> in(String currency);
}
