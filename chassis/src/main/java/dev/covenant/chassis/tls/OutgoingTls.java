package dev.covenant.chassis.tls;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the calls that go out the stores that the server has for the calls that come in: they trust whom {@code TLS_TRUSTSTORE} holds
 * and nobody else, and show the certificate in {@code TLS_KEYSTORE} to a callee that asks for one. Done here,
 * because Liberty's own configuration was not seen to reach the JDK's HTTP client. Without an absolute path of a trust store everything
 * stays as the JDK has it.
 */
@ApplicationScoped
class OutgoingTls {
    private static final System.Logger LOG = System.getLogger(OutgoingTls.class.getName());

    private final Optional<Store> trust;
    private final Optional<Store> keys;

    @Inject
    OutgoingTls(
            @ConfigProperty(name = "TLS_KEYSTORE") Optional<Path> keyStore,
            @ConfigProperty(name = "TLS_KEYSTORE_PASSWORD") Optional<String> keyPassword,
            @ConfigProperty(name = "TLS_TRUSTSTORE") Optional<Path> trustStore,
            @ConfigProperty(name = "TLS_TRUSTSTORE_PASSWORD") Optional<String> trustPassword) {
        keys = Store.at(keyStore, keyPassword);
        trust = Store.at(trustStore, trustPassword.or(() -> keyPassword));
    }

    /** Before any client is made: they take the default of the moment. This server has one application, so it may set it. */
    void install(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE)
                    Object start) {
        trust.ifPresent(store -> {
            SSLContext.setDefault(store.context(keys));
            LOG.log(Level.INFO, "Calls over TLS trust the certificates in {0}", store.file());
        });
    }
}
