package dev.covenant.devstack.testing;

import java.util.stream.Stream;

import dev.covenant.devstack.issuer.TokenMint;

/** Every kind of token that a service must not take. */
public final class BadTokens {

    private BadTokens() {}

    /** One of each; null, for no token at all, is among them. What is right about them is right for {@code service}. */
    public static Stream<String> of(TokenMint tokens, String subject, String service, String... groups) {
        return Stream.of(
                null,
                "garbage",
                tokens.wrongAudience(subject, groups),
                tokens.expired(subject, service, groups),
                tokens.otherIssuer(subject, service, groups),
                tokens.otherKey(subject, service, groups),
                tokens.tampered(subject, service, groups),
                tokens.unsigned(subject, service, groups));
    }
}
