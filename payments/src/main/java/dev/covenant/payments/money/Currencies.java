package dev.covenant.payments.money;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The currencies that payments keeps accounts in. A migration adds one, together with its accounts. */
@ApplicationScoped
public class Currencies {
    private final Jdbi jdbi;
    private final Cache<String, String> supported;

    @Inject
    public Currencies(Jdbi jdbi, @ConfigProperty(name = "payments.currencies-remembered") Duration remembered) {
        this.jdbi = jdbi;
        supported = Caffeine.newBuilder()
                .expireAfterWrite(remembered)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Whether it is one of them. That it is, is remembered for a while, since every authorization asks; that it is not is looked up each
     * time, so that a new one counts at once.
     */
    public boolean supports(String code) {
        return supported.get(code, asked -> all().contains(asked) ? asked : null) != null;
    }

    /** ISO 4217 codes in order, from the table. */
    public List<String> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT code FROM currency ORDER BY code")
                .mapTo(String.class)
                .list());
    }
}
