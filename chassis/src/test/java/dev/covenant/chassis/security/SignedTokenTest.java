package dev.covenant.chassis.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignedTokenTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000);
    private static final String CLAIMS = "{\"iss\":\"us\",\"sub\":\"mia\",\"aud\":\"orders\",\"exp\":1001}";

    private static KeyPair pair;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        pair = generator.generateKeyPair();
    }

    @Test
    void isSignedByTheKeyOfTheSetThatItNames() throws GeneralSecurityException {
        var token = SignedToken.parse(signed(CLAIMS)).orElseThrow();
        var keys = KeySet.read(set());
        assertThat(keys).containsOnlyKeys("a");
        assertThat(token.key()).isEqualTo("a");
        assertThat(token.isSignedBy(keys.get("a"))).isTrue();
        var other = SignedToken.parse(signed(CLAIMS.replace("orders", "others")).replaceAll("\\.[^.]*$", "")
                        + signed(CLAIMS).replaceAll("^.*\\.", "."))
                .orElseThrow();
        assertThat(other.isSignedBy(keys.get("a"))).isFalse();
    }

    @Test
    void isForItsAudienceUntilItsEnd() throws GeneralSecurityException {
        var token = SignedToken.parse(signed(CLAIMS)).orElseThrow();
        assertThat(token.isFor("us", "orders", NOW)).isTrue();
        assertThat(token.isFor("them", "orders", NOW)).isFalse();
        assertThat(token.isFor("us", "payments", NOW)).isFalse();
        assertThat(token.isFor("us", "orders", NOW.plusSeconds(1))).isFalse();
        var nobodys = SignedToken.parse(signed(CLAIMS.replace("mia", ""))).orElseThrow();
        assertThat(nobodys.isFor("us", "orders", NOW)).isFalse();
        var several = SignedToken.parse(
                signed("{\"iss\":\"us\",\"sub\":\"mia\",\"aud\":[\"payments\",\"orders\"],\"exp\":1001}"));
        assertThat(several.orElseThrow().isFor("us", "orders", NOW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "..", "%%.%%.%%", "bm8.bm8.bm8", "a.b.c.d"})
    void whatIsNoTokenIsNone(String text) {
        assertThat(SignedToken.parse(text).filter(token -> token.isFor("us", "orders", NOW)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no", "[]", "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"\"}]}", "{\"keys\":[{\"kty\":\"EC\"}]}"})
    void whatIsNoSetOfRsaKeysHasNone(String json) {
        assertThat(KeySet.read(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static String signed(String claims) throws GeneralSecurityException {
        var content = encoded("{\"alg\":\"RS256\",\"kid\":\"a\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + encoded(signature.sign());
    }

    private static byte[] set() {
        var key = (RSAPublicKey) pair.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"a\",\"n\":\"%s\",\"e\":\"%s\"},{\"kty\":\"EC\",\"kid\":\"b\"},{\"kty\":\"RSA\",\"kid\":\"c\"}]}"
                .formatted(
                        encoded(key.getModulus().toByteArray()),
                        encoded(key.getPublicExponent().toByteArray()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
