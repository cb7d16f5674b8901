package dev.covenant.inventory.api.v1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import jakarta.servlet.ServletContainerInitializer;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.HeldStart;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.awaitility.Awaitility.await;

/** By itself the server opens its ports 30 s after its own start, and tells whoever then asks for an application that is not there yet 404: that would be final. */
@RealServer(setup = QuietHousekeeping.class)
class LongStartIT {
    private static final Duration LONGER_THAN_THE_SERVER_WAITS = Duration.ofSeconds(32);

    private final ServerUnderTest server;

    LongStartIT(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    void portsStayClosedUntilTheApplicationIsThere() throws Exception {
        try (var gate = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var slow = server.unstarted("slow", Map.of(HeldStart.HELD_BY, Integer.toString(gate.getLocalPort())))) {
            hold(slow);
            gate.setSoTimeout(240_000);
            slow.start();
            try (var _ = gate.accept()) {
                await().during(LONGER_THAN_THE_SERVER_WAITS)
                        .atMost(LONGER_THAN_THE_SERVER_WAITS.plusSeconds(10))
                        .until(() -> slow.isAlive() && !takesCalls(slow));
            }
            slow.awaitReady();
        }
    }

    /** The application itself gets what holds it, so that there is no other that could be there before. */
    private static void hold(LibertyServer server) throws IOException {
        try (var war = FileSystems.newFileSystem(
                server.console().resolveSibling("usr/servers/inventory/apps/inventory.war"))) {
            Files.write(war.getPath("WEB-INF/lib/held-start.jar"), library());
        }
    }

    private static byte[] library() throws IOException {
        var type = HeldStart.class.getName();
        var file = type.replace('.', '/') + ".class";
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes);
                var compiled = HeldStart.class.getResourceAsStream("/" + file)) {
            jar.putNextEntry(new JarEntry(file));
            compiled.transferTo(jar);
            jar.putNextEntry(new JarEntry("META-INF/services/" + ServletContainerInitializer.class.getName()));
            jar.write(type.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static boolean takesCalls(LibertyServer server) {
        var address = server.baseUri();
        try (var call = new Socket(address.getHost(), address.getPort())) {
            return call.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
