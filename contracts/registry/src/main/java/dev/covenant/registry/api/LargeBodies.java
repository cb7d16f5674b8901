package dev.covenant.registry.api;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The places of those who send large bodies. What is made of one takes many times its size: few fit into the heap at once. */
@ApplicationScoped
class LargeBodies {
    private final Semaphore places;
    private final Duration wait;

    @Inject
    LargeBodies(
            @ConfigProperty(name = "registry.body.large-at-once") int places,
            @ConfigProperty(name = "registry.body.large-wait") Duration wait) {
        this.places = new Semaphore(places, true);
        this.wait = wait;
    }

    /** Waits for a place in the order of coming. False when there is none in time. */
    boolean take() {
        try {
            return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack() {
        places.release();
    }
}
