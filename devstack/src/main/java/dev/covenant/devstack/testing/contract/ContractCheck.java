package dev.covenant.devstack.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import org.apache.hc.core5.http.HttpRequest;

import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.TestRun;

/** Verifies one interaction after the other on the real server, with tokens that it accepts. */
public final class ContractCheck {
    /** Beside the module's other results: the messages of the last run, for whoever started it. */
    public static final String REPORT = "broken-contracts.txt";

    private static final String AUTHORIZATION = "Authorization";

    private final ServerUnderTest server;

    public ContractCheck(ServerUnderTest server) {
        this.server = server;
    }

    /** @param states methods that put the provider into the states which contracts name */
    public void prepare(PactVerificationContext context, Object states) {
        context.setTarget(new HeardTarget(server.baseUri()));
        context.withStateChangeHandlers(states);
    }

    /**
     * Sends the request and compares the answer. A contract that sends no token is about just that.
     *
     * @param keepToken whether the contract is about a token that nobody accepts, and so its own is sent
     * @throws AssertionError with all that a person needs to mend it, when the contract is broken and not pending
     */
    public void verify(PactVerificationContext context, HttpRequest request, boolean keepToken) {
        if (request.containsHeader(AUTHORIZATION) && !keepToken) {
            var provider = context.getProviderInfo().getName();
            var token = server.tokens().service(context.getConsumer().getName(), provider);
            request.setHeader(AUTHORIZATION, "Bearer " + token);
        }
        try {
            context.verifyInteraction();
            // Pending: told, and fails nothing.
            if (!context.getTestExecutionResult().isEmpty()) {
                report(BrokenContract.of(context));
            }
        } catch (AssertionError broken) {
            var message = BrokenContract.of(context);
            report(message);
            throw new AssertionError(message.text());
        }
    }

    private static void report(BrokenContract broken) {
        try {
            Files.writeString(
                    TestRun.build().resolve(REPORT),
                    broken.text() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
