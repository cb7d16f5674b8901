package dev.covenant.devstack.issuer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What stands in a token. The requested scope names the one service it is for. A client with its credentials gets the
 * group {@code service-<client>}; a person (password grant) gets the role whose name the request gives as client id.
 */
final class LocalTokens implements OAuth2TokenCallback {
    private static final Duration LIFE = Duration.ofHours(1);

    private final IssuerAddress address;

    LocalTokens(IssuerAddress address) {
        this.address = address;
    }

    @Override
    public String issuerId() {
        return TokenIssuer.ID;
    }

    @Override
    public String subject(TokenRequest request) {
        return clientOf(request);
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return Optional.ofNullable(request.getScope())
                .map(scope -> scope.toStringList())
                .orElse(List.of());
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        var person = request.getAuthorizationGrant().getType().equals(GrantType.PASSWORD);
        var group = person ? clientOf(request) : "service-" + clientOf(request);
        // Otherwise it would be the address that was called, which may be a proxy's.
        return Map.of("iss", address.issuer(), "groups", List.of(group));
    }

    @Override
    public long tokenExpiry() {
        return LIFE.toSeconds();
    }

    private static String clientOf(TokenRequest request) {
        var authentication = request.getClientAuthentication();
        return (authentication == null ? request.getClientID() : authentication.getClientID()).getValue();
    }
}
