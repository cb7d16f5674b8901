package dev.covenant.registry.api;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The place of this request among those with large bodies, if it needs one: its own until the server is done with it, whatever became of it. */
@RequestScoped
class LargeBody {
    private final LargeBodies all;
    private boolean hasPlace;

    @Inject
    LargeBody(LargeBodies all) {
        this.all = all;
    }

    /** False when there is none in time. */
    boolean takePlace() {
        hasPlace = all.take();
        return hasPlace;
    }

    @PreDestroy
    void leave() {
        if (hasPlace) {
            all.giveBack();
        }
    }
}
