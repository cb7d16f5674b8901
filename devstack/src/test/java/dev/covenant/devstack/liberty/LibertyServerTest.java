package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LibertyServerTest {
    @TempDir
    private Path directory;

    private ServerPackage service;

    /** A server that does nothing until it is ended. */
    @BeforeEach
    void packageService() throws IOException {
        var launcher = Files.createDirectories(directory.resolve("wlp/bin")).resolve("server");
        Files.writeString(launcher, "#!/bin/sh\nexec sleep 60\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(Files.createDirectories(directory.resolve("usr")).resolve("server.xml"), "<server/>");
        service = new ServerPackage(
                "orders", directory.resolve("wlp"), directory.resolve("usr"), directory, Optional.empty());
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
    void findsTheKeysOfTheServerBeforeIt() throws IOException {
        var keys = new ServerKeys(directory.resolve("keys"), directory.resolve("usr/server.xml"));
        var made = Files.createDirectories(directory.resolve("made"));
        Files.writeString(made.resolve("key.p12"), "a store");
        Files.writeString(made.resolve("ltpa.keys"), "3DESKey=a\nPrivateKey=b\nPublicKey=c\n");
        keys.keep(made);
        service = new ServerPackage(
                "orders", service.install(), service.user(), service.application(), Optional.of(keys));
        server("a");
        assertThat(directory.resolve("a/output/orders/resources/security/key.p12"))
                .hasContent("a store");
        service = service.withOwnKeys();
        server("b");
        assertThat(directory.resolve("b/output")).doesNotExist();
    }

    private LibertyServer server(String run) {
        return new LibertyServer(service, ServerSettings.quick(1, directory.resolve(run), Map.of()));
    }
}
