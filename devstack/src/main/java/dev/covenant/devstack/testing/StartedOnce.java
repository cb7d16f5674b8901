package dev.covenant.devstack.testing;

import java.util.function.Supplier;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Something that is started at most once in a test JVM: a start that failed is not tried again for each test class, it
 * fails them all with the same reason.
 *
 * @param started what was started, or null
 * @param failure why it was not, or null
 */
record StartedOnce(AutoCloseable started, RuntimeException failure) implements AutoCloseable {

    static <T extends AutoCloseable> T in(ExtensionContext context, Class<T> type, Object key, Supplier<T> starter) {
        // The root store closes what it holds when the whole run is over.
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(StartedOnce.class));
        var once = store.computeIfAbsent(key, _ -> attempt(starter), StartedOnce.class);
        if (once.failure != null) {
            throw once.failure;
        }
        return type.cast(once.started);
    }

    private static StartedOnce attempt(Supplier<? extends AutoCloseable> starter) {
        try {
            return new StartedOnce(starter.get(), null);
        } catch (RuntimeException e) {
            return new StartedOnce(null, e);
        }
    }

    @Override
    public void close() {
        try {
            if (started != null) {
                started.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("Could not stop " + started, e);
        }
    }
}
