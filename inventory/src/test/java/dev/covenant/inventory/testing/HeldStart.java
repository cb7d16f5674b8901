package dev.covenant.inventory.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;

/** Put into an application, it lets it start when a test says so: when whoever listens at the port {@link #HELD_BY} hangs up. */
public final class HeldStart implements ServletContainerInitializer {
    /** The environment variable with that port. */
    public static final String HELD_BY = "TEST_HELD_BY";

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        try (var test = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv(HELD_BY)))) {
            test.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
