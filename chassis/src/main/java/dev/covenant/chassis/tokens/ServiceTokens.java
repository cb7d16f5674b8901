package dev.covenant.chassis.tokens;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.covenant.chassis.http.BoundedHttp;

/**
 * This service's access tokens, one per audience, by client credentials (RFC 6749, section 4.4). A token is used until shortly before
 * it expires; when the issuer does not answer there is none, and the callee counts as unavailable. Thread-safe; one request to the
 * issuer per audience at a time.
 */
public final class ServiceTokens {
    private final TokenEndpoint issuer;
    private final Clock clock;
    private final Map<String, AudienceToken> audiences = new ConcurrentHashMap<>();

    public ServiceTokens(BoundedHttp http, URI issuer, String clientId, String clientSecret, Clock clock) {
        this.issuer = new TokenEndpoint(http, issuer, clientId, clientSecret);
        this.clock = clock;
    }

    /** A bearer token for the audience, or empty when the issuer gives none now. Waits about a second at most, however many ask. */
    public Optional<String> tokenFor(String audience) {
        return of(audience).current();
    }

    /** After a 401 with this token: the next call asks the issuer for another one. */
    public void refused(String audience, String token) {
        of(audience).refused(token);
    }

    private AudienceToken of(String audience) {
        return audiences.computeIfAbsent(audience, name -> new AudienceToken(() -> issuer.ask(name), clock));
    }
}
