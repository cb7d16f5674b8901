package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LibertyServerTest {
    @TempDir
    private Path directory;

    private ServerPackage service;
    /** Says at every address that all is well. */
    private HttpServer ready;

    /** A server that does nothing until it is ended. */
    @BeforeEach
    void packageService() throws IOException {
        var launcher = Files.createDirectories(directory.resolve("wlp/bin")).resolve("server");
        Files.writeString(launcher, "#!/bin/sh\nexec sleep 60\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(Files.createDirectories(directory.resolve("usr")).resolve("server.xml"), "<server/>");
        service = new ServerPackage(
                "orders", directory.resolve("wlp"), directory.resolve("usr"), directory, Optional.empty());
        ready = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        ready.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        ready.start();
    }

    @AfterEach
    void stop() {
        ready.stop(0);
    }

    @Test
    void leavesTheFilesOfARunningServerAlone() {
        try (var first = server("a").start()) {
            assertThatIllegalStateException().isThrownBy(() -> server("a")).withMessageContaining("runs in");
            assertThat(directory.resolve("a/usr/server.xml")).exists();
            assertThat(first.isAlive()).isTrue();
            assertThat(server("b").isAlive()).isFalse();
        }
        assertThat(server("a").isAlive()).isFalse();
    }

    @Test
    void startsWithWhatTheServerBeforeItMadeAndWorkedOut() throws IOException {
        sharesFirstStarts();
        server("a");
        assertThat(directory.resolve("a/output")).doesNotExist();
        try (var first = server("first").start()) {
            make("resources/security/key.p12", "a store");
            make("resources/security/ltpa.keys", "3DESKey=a\nPrivateKey=b\nPublicKey=c\n");
            make("workarea/platform/feature.cache", "features");
            make("workarea/org.eclipse.osgi/7/data/digraph", "regions");
            make("workarea/org.eclipse.osgi/7/data/cache/chassis.jar", "of the application");
            first.awaitReady();
            server("b");
            assertThat(directory.resolve("b/output/orders/resources/security/key.p12"))
                    .hasContent("a store");
            assertThat(directory.resolve("b/output/orders/workarea")).doesNotExist();
            assertThat(first.isAlive()).isTrue();
        }
        server("c");
        assertThat(directory.resolve("c/output/orders/workarea/org.eclipse.osgi/7/data"))
                .isDirectoryRecursivelyContaining("glob:**/data/digraph")
                .isDirectoryNotContaining("glob:**/data/cache");
        service = service.alone();
        server("d");
        assertThat(directory.resolve("d/output")).doesNotExist();
    }

    @Test
    void trustsNoWorkAreaOfAServerThatWasKilledOrNeverReady() throws IOException {
        sharesFirstStarts();
        try (var first = server("first").start()) {
            make("workarea/platform/feature.cache", "features");
            make("workarea/org.eclipse.osgi/7/data/digraph", "half the reg");
            first.awaitReady().process().kill();
        }
        // Its second start is ended at once.
        try (var first = server("first")) {
            first.start();
            make("workarea/platform/feature.cache", "feat");
            make("workarea/org.eclipse.osgi/7/data/digraph", "half the reg");
        }
        server("b");
        assertThat(directory.resolve("b/output")).doesNotExist();
    }

    private void sharesFirstStarts() {
        var keys = new ServerKeys(directory.resolve("keys"), directory.resolve("usr/server.xml"));
        var firstStart = new FirstStart(keys, new WorkArea(directory.resolve("started")));
        service = new ServerPackage(
                "orders", service.install(), service.user(), service.application(), Optional.of(firstStart));
    }

    /** In the first server's directory. */
    private void make(String file, String content) throws IOException {
        var path = directory.resolve("first/output/orders").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private LibertyServer server(String run) {
        return new LibertyServer(
                service, ServerSettings.quick(ready.getAddress().getPort(), directory.resolve(run), Map.of()));
    }
}
