package dev.covenant.delivery.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.PrivateFile;
import dev.covenant.devstack.Secrets;
import dev.covenant.devstack.process.Launch;

/** A certificate for localhost, made by the JDK's keytool and signed by itself: for an environment on one machine. */
final class EdgeCertificate {
    private static final String ALIAS = "edge";

    private final Path store;

    EdgeCertificate(Path directory) {
        this.store = directory.resolve("edge.p12");
    }

    /**
     * Key and certificate in one file, as HAProxy reads them, for its owner only; and the certificate alone, for clients to trust. Those that
     * are there stay.
     */
    void write(Path file, Path certificate) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var password = Secrets.password();
        Files.deleteIfExists(store);
        makeStore(password);
        try {
            var keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
            var key = keys.getKey(ALIAS, password.toCharArray()).getEncoded();
            var shown = IssuerKey.pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
            Files.writeString(certificate, shown);
            PrivateFile.write(file, IssuerKey.pem("PRIVATE KEY", key) + shown);
        } catch (GeneralSecurityException e) {
            throw new DevstackException("Cannot make a certificate: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private void makeStore(String password) throws IOException {
        var keytool = Launch.javaHome().resolve("bin/keytool").toString();
        var command = new ProcessBuilder(List.of(
                        keytool,
                        // It lives a second; compiling it well takes longer.
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "365",
                        "-storepass:env",
                        "STORE_PASSWORD",
                        "-keystore",
                        store.toString()))
                .redirectErrorStream(true);
        command.environment().put("STORE_PASSWORD", password);
        var running = command.start();
        var said = new String(running.getInputStream().readAllBytes());
        try {
            if (running.waitFor() != 0) {
                throw new DevstackException("keytool makes no certificate: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while keytool ran", e);
        }
    }
}
