package dev.covenant.devstack.issuer;

import java.net.URI;
import java.util.Map;

/**
 * Where the issuer is and what services are told about it.
 *
 * @param port on loopback
 */
public record IssuerAddress(int port) {

    /** The value of {@code iss}; it contains the host name by which the issuer is called, so call it by this one. */
    public String issuer() {
        return "http://localhost:%d/%s".formatted(port, TokenIssuer.ID);
    }

    public URI jwks() {
        return URI.create(issuer() + "/jwks");
    }

    public URI tokenEndpoint() {
        return URI.create(issuer() + "/token");
    }

    /** For a service that accepts tokens made for {@code audience}. */
    public Map<String, String> environment(String audience) {
        return Map.of("JWT_ISSUER", issuer(), "JWT_JWKS", jwks().toString(), "JWT_AUDIENCE", audience);
    }
}
