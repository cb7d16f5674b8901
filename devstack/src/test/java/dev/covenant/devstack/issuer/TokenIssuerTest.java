package dev.covenant.devstack.issuer;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.ports.Ports;

import static org.assertj.core.api.Assertions.assertThat;

class TokenIssuerTest {
    private static TokenIssuer issuer;

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start(Ports.free(), SigningKey.kept(SigningKey.ofTests(Workspace.find())));
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void aServiceGetsATokenForTheOneServiceItNames() throws Exception {
        var credentials = "Basic " + Base64.getEncoder().encodeToString("orders:secret".getBytes());
        var claims = issued("grant_type=client_credentials&scope=inventory", credentials)
                .getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo(issuer.address().issuer());
        assertThat(claims.getSubject()).isEqualTo("orders");
        assertThat(claims.getAudience()).containsExactly("inventory");
        assertThat(claims.getStringListClaim("groups")).containsExactly("service-orders");
    }

    @Test
    void aPersonGetsTheRoleAskedFor() throws Exception {
        var claims = issued(
                        "grant_type=password&username=ann&password=any&client_id=customer&client_secret=any&scope=orders",
                        null)
                .getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("ann");
        assertThat(claims.getAudience()).containsExactly("orders");
        assertThat(claims.getStringListClaim("groups")).containsExactly("customer");
    }

    @Test
    void itsTokensAndTheMintsAreSignedWithTheKeyThatItPublishes() throws Exception {
        var key = SigningKey.kept(SigningKey.ofTests(Workspace.find()));
        try (var other = TokenIssuer.start(Ports.free(), key)) {
            var mint = new TokenMint(key, other.address(), java.time.Clock.systemUTC());
            var published = JWKSet.load(other.address().jwks().toURL())
                    .getKeyByKeyId("covenant")
                    .toRSAKey();

            var good = SignedJWT.parse(mint.token("ann", "orders", "customer"));
            assertThat(good.verify(new RSASSAVerifier(published))).isTrue();
            assertThat(good.getHeader().getKeyID()).isEqualTo("covenant");
            assertThat(SignedJWT.parse(mint.tampered("ann", "orders", "customer"))
                            .verify(new RSASSAVerifier(published)))
                    .isFalse();
            assertThat(SignedJWT.parse(mint.otherKey("ann", "orders", "customer"))
                            .verify(new RSASSAVerifier(published)))
                    .isFalse();
        }
    }

    private static SignedJWT issued(String form, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(issuer.address().tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return SignedJWT.parse(new ObjectMapper()
                    .readTree(answer.body())
                    .get("access_token")
                    .asString());
        }
    }
}
