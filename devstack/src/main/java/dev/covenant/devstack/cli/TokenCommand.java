package dev.covenant.devstack.cli;

import java.net.http.HttpClient;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.issuer.IssuerAddress;
import dev.covenant.devstack.shop.TokenClient;
import dev.covenant.devstack.stack.Part;

/** {@code covenant token}. */
@Command(
        name = "token",
        description = "Prints a token that is good for one hour.",
        footer = "%nExample:%n  curl -H \"Authorization: Bearer $(./covenant token customer)\""
                + " http://localhost:9080/api/v1/products%n")
final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<role>", description = "Who asks: ${COMPLETION-CANDIDATES}.")
    private Role role;

    @Option(
            names = "--for",
            paramLabel = "<service>",
            defaultValue = "orders",
            description = "The one service that will accept it. Default: ${DEFAULT-VALUE}.")
    private String service;

    @Option(
            names = "--subject",
            paramLabel = "<name>",
            defaultValue = "ann",
            description = "Whose it is. Default: ${DEFAULT-VALUE}.")
    private String subject;

    @Override
    public Integer call() {
        var audience = Part.serviceNamed(service);
        var issuer = new IssuerAddress(Local.find().portsOfRunning().of(Part.ISSUER));
        try (var http = HttpClient.newHttpClient()) {
            spec.commandLine()
                    .getOut()
                    .println(new TokenClient(issuer, http).token(subject, role.toString(), audience.id()));
        }
        return 0;
    }
}
