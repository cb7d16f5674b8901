package dev.covenant.devstack.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import dev.covenant.devstack.DevstackException;

/** Tokens for tests, as the issuer would sign them, and each kind of bad one. */
public final class TokenMint {
    private static final Duration LIFE = Duration.ofMinutes(10);
    /** Far beyond any clock skew that a service may allow. */
    private static final Duration LONG_AGO = Duration.ofHours(2);
    /** To sign takes tens of milliseconds with the first compiler alone, and tests ask for the same few tokens thousands of times. */
    private static final int MOST_KEPT = 1_000;

    private final SigningKey key;
    private final String issuer;
    private final Clock clock;
    private final Map<Asked, Minted> minted = new ConcurrentHashMap<>();

    public TokenMint(SigningKey key, IssuerAddress issuer, Clock clock) {
        this(key, issuer.issuer(), clock);
    }

    private TokenMint(SigningKey key, String issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** A good one for a person, for at least five minutes more; whoever asks again may get the same one. */
    public String token(String subject, String audience, String... roles) {
        var asked = new Asked(subject, audience, List.of(roles));
        var now = clock.instant();
        var kept = minted.get(asked);
        if (kept != null && Duration.between(kept.at(), now).compareTo(LIFE.dividedBy(2)) < 0) {
            return kept.token();
        }
        var token = signed(claims(subject, audience, now, roles));
        if (minted.size() >= MOST_KEPT) {
            minted.clear();
        }
        minted.put(asked, new Minted(token, now));
        return token;
    }

    /** A good one that says nothing about groups. */
    public String withoutGroups(String subject, String audience) {
        return signed(without("groups", subject, audience));
    }

    /** A good one for the service {@code client}. */
    public String service(String client, String audience) {
        return token(client, audience, "service-" + client);
    }

    /** Good until two hours ago. */
    public String expired(String subject, String audience, String... roles) {
        return signed(claims(subject, audience, clock.instant().minus(LONG_AGO), roles));
    }

    /** Made for a service that does not exist. */
    public String wrongAudience(String subject, String... roles) {
        return token(subject, "somebody-else", roles);
    }

    /** Signed with the right key, in another issuer's name. */
    public String otherIssuer(String subject, String audience, String... roles) {
        return new TokenMint(key, "http://localhost/other", clock).token(subject, audience, roles);
    }

    /** Signed with a key that the issuer does not have. */
    public String otherKey(String subject, String audience, String... roles) {
        return new TokenMint(Stranger.KEY, issuer, clock).token(subject, audience, roles);
    }

    /** A good signature under claims that were changed after signing. */
    public String tampered(String subject, String audience, String... roles) {
        var part = token("somebody-else", audience, roles).split("\\.");
        var changed = token(subject, audience, roles).split("\\.");
        return String.join(".", part[0], changed[1], part[2]);
    }

    /** Good for ever, which is too long. */
    public String withoutEnd(String subject, String audience, String... roles) {
        return signed(without("exp", subject, audience, roles));
    }

    /** Nobody's. */
    public String withoutSubject(String audience, String... roles) {
        return signed(without("sub", "nobody", audience, roles));
    }

    /** "Signed" with what everybody knows: the public key as the secret of an HMAC. */
    public String publicKeyAsSecret(String subject, String audience, String... roles) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(TokenIssuer.ID)
                    .type(JOSEObjectType.JWT)
                    .build();
            var token = new SignedJWT(header, claims(subject, audience, clock.instant(), roles));
            token.sign(new MACSigner(key.rsa().toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new DevstackException("Cannot sign a token: " + e.getMessage(), e);
        }
    }

    /** Algorithm "none": claims without any signature. */
    public String unsigned(String subject, String audience, String... roles) {
        return new PlainJWT(claims(subject, audience, clock.instant(), roles)).serialize();
    }

    private JWTClaimsSet without(String claim, String subject, String audience, String... roles) {
        return new JWTClaimsSet.Builder(claims(subject, audience, clock.instant(), roles))
                .claim(claim, null)
                .build();
    }

    private JWTClaimsSet claims(String subject, String audience, Instant issuedAt, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .claim("groups", List.of(roles))
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(issuedAt.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .build();
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(TokenIssuer.ID)
                    .type(JOSEObjectType.JWT)
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key.rsa()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new DevstackException("Cannot sign a token: " + e.getMessage(), e);
        }
    }

    private record Asked(String subject, String audience, List<String> roles) {}

    private record Minted(String token, Instant at) {}

    /** Made when it is first needed, and once: that takes seconds. */
    private static final class Stranger {
        static final SigningKey KEY = SigningKey.generate();
    }
}
