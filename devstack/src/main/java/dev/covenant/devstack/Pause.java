package dev.covenant.devstack;

import java.time.Duration;

/** Between two looks at something that comes about by itself. */
public final class Pause {

    private Pause() {}

    /** @throws DevstackException when the thread is to stop; {@code during} says what it was waiting for: "Interrupted while ..." */
    public static void of(Duration length, String during) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while " + during, e);
        }
    }
}
