package dev.covenant.devstack.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.covenant.devstack.issuer.TokenMint;
import dev.covenant.devstack.openapi.AnswerFit;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.TestRun;

/**
 * What each consumer's contract says holds on the real server, one interaction after the other, with tokens that it accepts. Fails when
 * there is no contract at all.
 */
public abstract class ContractVerification {
    private static final String AUTHORIZATION = "Authorization";

    private final URI server;
    private final TokenMint tokens;
    private final Path report;
    private final TokenState token = new TokenState();
    private boolean isTold;

    protected ContractVerification(ServerUnderTest server) {
        this(server.baseUri(), server.tokens(), TestRun.build());
    }

    /** @param build where the module's other results are: the messages of the last run go there, for whoever started it */
    ContractVerification(URI server, TokenMint tokens, Path build) {
        this.server = server;
        this.tokens = tokens;
        this.report = build.resolve("broken-contracts.txt");
    }

    /** Has a method with {@code @State} for each state that contracts name.
     *
     * @param consumer whose contract it is, and whose rows they are */
    protected abstract Object states(String consumer);

    @BeforeEach
    void onTheRealServer(PactVerificationContext context) {
        context.setTarget(new HeardTarget(server));
        context.withStateChangeHandlers(states(context.getConsumer().getName()), token);
    }

    /** Sends the request and compares the answer. A contract that sends no token is about just that. */
    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keepsTheContract(PactVerificationContext context, HttpRequest request) {
        if (request.containsHeader(AUTHORIZATION) && !token.isRefused()) {
            var provider = context.getProviderInfo().getName();
            request.setHeader(
                    AUTHORIZATION,
                    "Bearer " + tokens.service(context.getConsumer().getName(), provider));
        }
        try {
            context.verifyInteraction();
        } catch (AssertionError broken) {
            throw new AssertionError(tell(context));
        }
        if (ContractSource.isThisTree() && context.getTestExecutionResult().isEmpty()) {
            requireDocumented(context);
        }
    }

    /** What is pending fails nothing, and what has no state fails before it is asked: both are told here. */
    @AfterEach
    void tellWhatIsNotKept(PactVerificationContext context) {
        if (!isTold && !context.getTestExecutionResult().isEmpty()) {
            var message = tell(context);
            if (!context.getConsumer().getPending()) {
                throw new AssertionError(message);
            }
        }
    }

    /** What consumers read is in their contracts; that the documents are true of all the rest is seen here, at no request more. */
    private static void requireDocumented(PactVerificationContext context) {
        var provider = context.getProviderInfo().getName();
        var request = ((SynchronousRequestResponse) context.getInteraction()).getRequest();
        var answer = ((HeardTarget) context.getTarget()).answer().orElseThrow();
        var misfits = AnswerFit.of(provider)
                .misfits(
                        request.getMethod(),
                        request.getPath(),
                        answer.getStatusCode(),
                        String.valueOf(answer.getContentType()),
                        Optional.ofNullable(answer.getBody())
                                .map(OptionalBody::valueAsString)
                                .orElse(""));
        if (!misfits.isEmpty()) {
            throw new AssertionError("%s answers otherwise than contracts/openapi says of it:%n  %s"
                    .formatted(provider, String.join("\n  ", misfits)));
        }
    }

    private String tell(PactVerificationContext context) {
        var message = BrokenContract.of(context).text();
        isTold = true;
        try {
            Files.writeString(report, message + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return message;
    }
}
