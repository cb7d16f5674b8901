package dev.covenant.devstack.testing;

import java.time.Clock;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.issuer.IssuerAddress;
import dev.covenant.devstack.issuer.SigningKey;
import dev.covenant.devstack.issuer.TokenIssuer;
import dev.covenant.devstack.issuer.TokenMint;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.postgres.Postgres;
import dev.covenant.devstack.postgres.PostgresStart;
import dev.covenant.devstack.process.Lifetime;

/**
 * What every service under test needs: a throw-away PostgreSQL and a token issuer, on free ports.
 *
 * @param lifetime closes whatever it is given when the tests are over
 */
public record TestParts(Lifetime lifetime, Postgres postgres, IssuerAddress issuer, TokenMint tokens) {

    static TestParts start() {
        var lifetime = new Lifetime();
        var workspace = Workspace.find();
        var postgres = lifetime.own(new PostgresStart(workspace).throwAway(Ports.free()));
        var key = SigningKey.kept(SigningKey.ofTests(workspace));
        var issuer = lifetime.own(TokenIssuer.start(Ports.free(), key)).address();
        return new TestParts(lifetime, postgres, issuer, new TokenMint(key, issuer, Clock.systemUTC()));
    }
}
