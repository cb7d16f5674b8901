package dev.covenant.orders.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.trace.Tracer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.tokens.ServiceTokens;

/** This service's tokens from the configured issuer. */
@ApplicationScoped
class ServiceTokenSource implements TokenSource {
    private static final Duration CONNECT_LIMIT = Duration.ofMillis(500);

    private final ServiceTokens tokens;

    @Inject
    ServiceTokenSource(
            @ConfigProperty(name = "token.url") URI issuer,
            @ConfigProperty(name = "client.id") String clientId,
            @ConfigProperty(name = "CLIENT_SECRET") String clientSecret,
            Clock clock,
            Tracer tracer) {
        tokens = new ServiceTokens(new BoundedHttp(CONNECT_LIMIT, tracer), issuer, clientId, clientSecret, clock);
    }

    @Override
    public Optional<String> tokenFor(String audience) {
        return tokens.tokenFor(audience);
    }

    @Override
    public void refused(String audience, String token) {
        tokens.refused(audience, token);
    }
}
