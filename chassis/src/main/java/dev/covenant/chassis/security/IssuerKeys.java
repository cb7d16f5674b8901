package dev.covenant.chassis.security;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import io.opentelemetry.api.trace.Tracer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.http.Reply;

/**
 * Knows whether a token that the server did not accept may be good all the same. The server asks the issuer for its keys when it has to
 * judge the first token, and judges every token bad as long as the issuer does not answer: whoever has a good one must not be told that it
 * is not. So the keys are asked for here, too, from the start and until they come.
 */
@ApplicationScoped
class IssuerKeys {
    private static final System.Logger LOG = System.getLogger(IssuerKeys.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final ManagedScheduledExecutorService scheduler;
    private final BoundedHttp http;
    private final URI address;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    /** By name; empty until they came. */
    private volatile Map<String, PublicKey> keys = Map.of();

    @Inject
    IssuerKeys(
            ManagedScheduledExecutorService scheduler,
            Tracer tracer,
            Clock clock,
            @ConfigProperty(name = "JWT_JWKS") URI address,
            @ConfigProperty(name = "JWT_ISSUER") String issuer,
            @ConfigProperty(name = "JWT_AUDIENCE") String audience) {
        this.scheduler = scheduler;
        this.http = new BoundedHttp(LIMIT, tracer);
        this.clock = clock;
        this.address = address;
        this.issuer = issuer;
        this.audience = audience;
    }

    void begin(@Observes Startup startup) {
        scheduler.execute(this::ask);
    }

    /** Whether it is of the issuer, for this service and not over, as far as can be known now. */
    boolean mayBeGood(String bearer) {
        return SignedToken.parse(bearer)
                .filter(token -> token.isFor(issuer, audience, clock.instant()))
                .filter(token -> keys.isEmpty() || isSigned(token))
                .isPresent();
    }

    private boolean isSigned(SignedToken token) {
        var key = keys.get(token.key());
        return key != null && token.isSignedBy(key);
    }

    private void ask() {
        var request = HttpRequest.newBuilder(address).GET().build();
        if (http.send(request, LIMIT).join() instanceof Reply.Answer(int status, byte[] body, int _) && status == 200) {
            keys = KeySet.read(body);
        }
        if (keys.isEmpty()) {
            LOG.log(Level.DEBUG, "The issuer''s keys are not to be had at {0} now", address);
            scheduler.schedule(this::ask, 1, TimeUnit.SECONDS);
        }
    }
}
