package dev.covenant.devstack.issuer;

import java.nio.file.Path;

/** The issuer as a process of its own, until it is stopped. Arguments: port, file of the signing key. */
public final class IssuerProcess {

    private IssuerProcess() {}

    public static void main(String[] arguments) {
        var issuer = TokenIssuer.start(Integer.parseInt(arguments[0]), SigningKey.kept(Path.of(arguments[1])));
        // Its server's own threads keep this JVM alive.
        System.out.println("Issuing tokens as " + issuer.address().issuer());
    }
}
