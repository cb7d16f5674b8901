package dev.covenant.chassis.database;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Runs a step in a transaction of its own, for a use case of several steps that must hold no transaction between them, such as one
 * that calls another service. Commits when the step returns, rolls back when it throws.
 */
@ApplicationScoped
public class Transactions {
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T run(Supplier<T> step) {
        return step.get();
    }
}
