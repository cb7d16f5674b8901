package dev.covenant.devstack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of a test's own, made with the JDK's keytool. All its stores are PKCS #12 and have the same password. */
public final class TestCa {
    public static final String PASSWORD = "of-a-test-only";

    private final Path directory;

    /** @param directory an empty one, for its files */
    public TestCa(Path directory) {
        this.directory = directory;
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=CA of a test",
                "-ext",
                "bc:critical=ca:true",
                "-keyalg",
                "EC");
        keytool("-exportcert", "-alias", "ca", "-rfc", "-file", path("ca.pem"));
        in("trust.p12", "-importcert", "-noprompt", "-alias", "ca", "-file", path("ca.pem"));
    }

    /** Trusts this authority and nobody else. */
    public Path trustStore() {
        return directory.resolve("trust.p12");
    }

    /** A key store with a new key and a certificate for {@code localhost}, signed by this authority. */
    public Path keyStore(String name) {
        var store = name + ".p12";
        in(store, "-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC");
        in(store, "-certreq", "-alias", name, "-file", path(name + ".csr"));
        var forLocalhost = "san=dns:localhost,ip:127.0.0.1";
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-ext",
                forLocalhost,
                "-rfc",
                "-infile",
                path(name + ".csr"),
                "-outfile",
                path(name + ".pem"));
        in(store, "-importcert", "-noprompt", "-alias", "ca", "-file", path("ca.pem"));
        in(store, "-importcert", "-noprompt", "-alias", name, "-file", path(name + ".pem"));
        return directory.resolve(store);
    }

    /** Shows the certificate of a key store, and trusts this authority. */
    public SSLContext context(Path keyStore) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(trustStore().toFile(), PASSWORD.toCharArray()));
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... arguments) {
        in("ca.p12", arguments);
    }

    private void in(String store, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", path(store), "-storepass", PASSWORD));
        try {
            Files.createDirectories(directory);
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String path(String file) {
        return directory.resolve(file).toString();
    }
}
