package dev.covenant.devstack.testing;

import java.util.function.Supplier;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * Something that is started at most once in a test JVM: a start that failed is not tried again for each test class, it
 * fails them all with the same reason.
 *
 * @param started what was started, or null
 * @param failure why it was not, or null
 */
record StartedOnce(AutoCloseable started, RuntimeException failure) implements AutoCloseable {

    static <T extends AutoCloseable> T in(ExtensionContext context, Class<T> type, Object key, Supplier<T> starter) {
        // It closes what it holds when the whole run is over. Failsafe asks for each class by itself, all in one
        // session.
        var store = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(StartedOnce.class));
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
