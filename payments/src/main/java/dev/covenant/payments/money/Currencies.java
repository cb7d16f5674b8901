package dev.covenant.payments.money;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** The currencies that payments keeps accounts in. A migration adds one, together with its accounts. */
@ApplicationScoped
public class Currencies {
    private final Jdbi jdbi;

    @Inject
    public Currencies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** ISO 4217 codes in order. */
    public List<String> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT code FROM currency ORDER BY code")
                .mapTo(String.class)
                .list());
    }
}
