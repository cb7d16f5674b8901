package dev.covenant.devstack.testing;

import java.util.function.Supplier;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Something that is started at most once in a test JVM: a start that failed is not tried again for each test class, it
 * fails them all at once with the same reason.
 *
 * @param started what was started, or null
 * @param failure why it was not, or null
 */
record StartedOnce<T extends AutoCloseable>(T started, RuntimeException failure) implements AutoCloseable {

    static <T extends AutoCloseable> T in(ExtensionContext context, Object key, Supplier<T> starter) {
        // The root store closes what it holds when the whole run is over.
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(StartedOnce.class));
        @SuppressWarnings("unchecked")
        StartedOnce<T> once = store.computeIfAbsent(key, _ -> attempt(starter), StartedOnce.class);
        if (once.failure != null) {
            throw once.failure;
        }
        return once.started;
    }

    private static <T extends AutoCloseable> StartedOnce<T> attempt(Supplier<T> starter) {
        try {
            return new StartedOnce<>(starter.get(), null);
        } catch (RuntimeException e) {
            return new StartedOnce<>(null, e);
        }
    }

    @Override
    public void close() throws Exception {
        if (started != null) {
            started.close();
        }
    }
}
