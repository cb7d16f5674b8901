package dev.covenant.devstack.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.covenant.devstack.issuer.TokenMint;

/** Every kind of token that a service must not take. */
public final class BadTokens {

    private BadTokens() {}

    /** One of each; null, for no token at all, is among them. What is right about them is right for {@code service}. */
    public static Stream<String> of(TokenMint tokens, String subject, String service, String... groups) {
        return named(tokens, subject, service, groups).values().stream();
    }

    /** The same, each under the name of what is wrong with it. */
    public static Map<String, String> named(TokenMint tokens, String subject, String service, String... groups) {
        var named = new LinkedHashMap<String, String>();
        named.put("no token", null);
        named.put("garbage", "garbage");
        named.put("wrong audience", tokens.wrongAudience(subject, groups));
        named.put("expired", tokens.expired(subject, service, groups));
        named.put("another issuer", tokens.otherIssuer(subject, service, groups));
        named.put("another key", tokens.otherKey(subject, service, groups));
        named.put("changed claims", tokens.tampered(subject, service, groups));
        named.put("algorithm none", tokens.unsigned(subject, service, groups));
        named.put("public key as secret", tokens.publicKeyAsSecret(subject, service, groups));
        named.put("no end", tokens.withoutEnd(subject, service, groups));
        named.put("no subject", tokens.withoutSubject(service, groups));
        return named;
    }
}
