package dev.covenant.delivery.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.covenant.devstack.DevstackException;

/** How clients on this machine trust an edge and nobody else. */
public final class EdgeTrust {

    private EdgeTrust() {}

    /** @param directory of the edge */
    public static SSLContext in(Path directory) {
        try (var pem = Files.newInputStream(Edge.certificate(directory))) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "edge", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new DevstackException("Cannot read the edge's certificate: " + e.getMessage(), e);
        }
    }
}
