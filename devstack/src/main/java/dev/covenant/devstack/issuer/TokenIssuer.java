package dev.covenant.devstack.issuer;

import java.util.List;
import java.util.Set;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** A running OAuth 2 token issuer on loopback: token endpoint and JWKS. Any secret and any password will do. */
public final class TokenIssuer implements AutoCloseable {
    static final String ID = "covenant";

    private final MockOAuth2Server server;
    private final IssuerAddress address;

    private TokenIssuer(MockOAuth2Server server, IssuerAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Starts one in this JVM. Its tokens are signed with {@code key}. */
    public static TokenIssuer start(int port, SigningKey key) {
        var provider = new OAuth2TokenProvider(new KeyProvider(List.of(key.rsa()), "RS256"));
        var address = new IssuerAddress(port);
        var config = new OAuth2Config(
                false, null, null, false, provider, Set.of(new LocalTokens(address)), new NettyWrapper());
        var server = new MockOAuth2Server(config);
        server.start(port);
        return new TokenIssuer(server, address);
    }

    public IssuerAddress address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
