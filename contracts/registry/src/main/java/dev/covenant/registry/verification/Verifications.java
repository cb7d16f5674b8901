package dev.covenant.registry.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.registry.pact.Pact;

/** The results of verifications. */
@ApplicationScoped
@Transactional
public class Verifications {
    private final Jdbi jdbi;

    @Inject
    public Verifications(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether the provider has ever verified a contract of this consumer. */
    public boolean existBetween(Pact pact) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM verification "
                        + "WHERE provider_id = :provider AND consumer_id = :consumer)")
                .bind("provider", pact.providerId())
                .bind("consumer", pact.consumerId())
                .mapTo(Boolean.class)
                .one());
    }
}
