package dev.covenant.chassis.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A file with keys or certificates (PKCS #12). */
record Store(Path file, String password) {
    /** Empty unless the path is absolute: a relative one is the server's, which makes that file itself, for itself. */
    static Optional<Store> at(Optional<Path> file, Optional<String> password) {
        return file.filter(Path::isAbsolute).map(path -> new Store(path, password.orElse("")));
    }

    /**
     * Trusts the certificates in this store.
     *
     * @throws IllegalStateException when a file cannot be read with its password
     */
    SSLContext context(Optional<Store> keys) {
        try {
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(load());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.isPresent() ? keys.get().keyManagers() : null, trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("No TLS with the certificates in " + file, e);
        }
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(load(), password.toCharArray());
        return own.getKeyManagers();
    }

    private KeyStore load() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file.toFile(), password.toCharArray());
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
