package dev.covenant.chassis.admission;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;

import com.netflix.concurrency.limits.Limiter;

/** One request that was let in: its place is free again when its answer is over, whatever the server calls that and however often. */
final class Stay implements AsyncListener {
    private final Limiter.Listener place;
    private final AtomicBoolean isOver = new AtomicBoolean();

    Stay(Limiter.Listener place) {
        this.place = place;
    }

    /** Ends now, or with the answer when that comes later. */
    void endsWith(ServletRequest request) {
        if (request.isAsyncStarted()) {
            try {
                request.getAsyncContext().addListener(this);
                return;
            } catch (IllegalStateException completedMeanwhile) {
                // The answer was over before anybody could be told of it.
            }
        }
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    /** A further round of the same answer: it asks to be told again. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    private void end() {
        if (isOver.compareAndSet(false, true)) {
            place.onSuccess();
        }
    }
}
