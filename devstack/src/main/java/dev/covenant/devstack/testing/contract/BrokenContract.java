package dev.covenant.devstack.testing.contract;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import au.com.dius.pact.core.model.BrokerUrlSource;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junitsupport.MissingStateChangeMethod;

/**
 * An interaction that the provider does not keep, for the person who has to mend it.
 *
 * @param version of the consumer; empty for a contract of this tree
 * @param pending whether it fails nothing yet
 * @param unprepared whether the provider was not even put into the state that is given
 * @param asked the request
 * @param came the answer; empty when there was none
 * @param differences one line each
 */
record BrokenContract(
        String consumer,
        String provider,
        String version,
        boolean pending,
        boolean unprepared,
        String interaction,
        String given,
        String asked,
        String expected,
        String came,
        List<String> differences) {
    /** The registry names a contract so: "Pact between orders (1a2b3c) and inventory". */
    private static final Pattern VERSION = Pattern.compile("\\((.+?)\\)");

    private static final int WIDTH = 160;
    private static final int MOST = 8;

    static BrokenContract of(PactVerificationContext context) {
        var interaction = (SynchronousRequestResponse) context.getInteraction();
        var request = interaction.getRequest();
        var given = interaction.getProviderStates().stream()
                .map(state -> state.getName() + (state.getParams().isEmpty() ? "" : " " + state.getParams()))
                .collect(Collectors.joining(", and "));
        var target = (HeardTarget) context.getTarget();
        return new BrokenContract(
                context.getConsumer().getName(),
                context.getProviderInfo().getName(),
                version(context),
                context.getConsumer().getPending(),
                failures(context).anyMatch(VerificationFailureType.StateChangeFailure.class::isInstance),
                interaction.getDescription(),
                given,
                request.getMethod() + " " + request.getPath() + body(request.getBody()),
                expected(interaction.getResponse()),
                target.answer().map(BrokenContract::answered).orElse("nothing"),
                differences(context));
    }

    String text() {
        var lines = differences.stream()
                .limit(MOST)
                .map(BrokenContract::cut)
                .collect(Collectors.joining("\n               "));
        return """
                %s

                  consumer     %s%s
                  interaction  %s
                  given        %s
                  asked        %s
                  expected     %s
                  came         %s
                  so           %s%s

                %s""".formatted(
                        headline(),
                        consumer,
                        version.isEmpty() ? "" : ", " + cut(version),
                        interaction,
                        cut(given),
                        cut(asked),
                        cut(expected),
                        cut(came),
                        lines,
                        differences.size() > MOST
                                ? "\n               ... and %d more".formatted(differences.size() - MOST)
                                : "",
                        advice());
    }

    private String headline() {
        return pending
                ? "PENDING  %s does not keep this contract of %s, and never has as a whole; nothing fails for that."
                        .formatted(provider, consumer)
                : "BROKEN   %s does not keep what %s expects of it.".formatted(provider, consumer);
    }

    private String advice() {
        return unprepared ? adviceOnStates() : adviceOnAnswers();
    }

    private String adviceOnStates() {
        return """
                What to do
                  Write a method with @State of the name that is given in %1$s, or mend it; then ./covenant contracts verify %1$s
                  If %1$s renamed the state: states are part of the contract. Give the old name back: @State({"new", "old"}).
                  If this is new: %2$s cannot be deployed before a version of %1$s that has the state and keeps this is.""".formatted(provider, consumer);
    }

    private String adviceOnAnswers() {
        return pending ? """
                What to do
                  If this is new: nothing, to ship %1$s. %2$s cannot be deployed before a version of %1$s that keeps this is.
                  To keep it: change %1$s, then ./covenant contracts verify %1$s
                  If %1$s kept this before and broke it now: mend it. Pending is a contract as a whole, so whatever %2$s
                  changed last in it hides that here; can-i-deploy asks for the contract of the %2$s that is deployed.""".formatted(provider, consumer) : """
                What to do
                  If %1$s changed by mistake: change it back, then ./covenant contracts verify %1$s
                  If it shall change: keep the old answer beside the new one until no deployed %2$s needs it
                  (contracts/README.md, "Change a field", "Remove a field").
                  If %2$s expects too much: change its contract test and publish: ./covenant contracts publish %2$s""".formatted(provider, consumer);
    }

    private static String version(PactVerificationContext context) {
        if (context.getConsumer().getPactSource() instanceof BrokerUrlSource source && source.getResult() != null) {
            var name = source.getResult().getName();
            var found = VERSION.matcher(name);
            return found.find() ? found.group(1) : name;
        }
        return "";
    }

    private static String expected(IResponse response) {
        var headers = response.getHeaders().entrySet().stream()
                .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
                .collect(Collectors.joining("; "));
        var rules = response.getMatchingRules().isEmpty() ? "" : " (examples; what may vary is in the contract)";
        return "%d %s%s%s".formatted(response.getStatus(), headers, body(response.getBody()), rules);
    }

    private static String answered(ProviderResponse answer) {
        var type = Optional.ofNullable(answer.getHeaders().get("content-type")).map(List::getFirst);
        return "%d%s%s"
                .formatted(
                        answer.getStatusCode(),
                        type.map(name -> " Content-Type: " + name).orElse(""),
                        body(answer.getBody()));
    }

    private static String body(OptionalBody body) {
        return body == null || !body.isPresent()
                ? ""
                : " " + body.valueAsString().replaceAll("\\s+", " ");
    }

    private static List<String> differences(PactVerificationContext context) {
        return failures(context).map(BrokenContract::difference).distinct().toList();
    }

    private static Stream<VerificationFailureType> failures(PactVerificationContext context) {
        return context.getTestExecutionResult().stream()
                .map(failed -> failed.getFailures())
                .map(Map::values)
                .flatMap(Collection::stream)
                .flatMap(List::stream);
    }

    private static String difference(VerificationFailureType failure) {
        var difference =
                switch (failure) {
                    case VerificationFailureType.MismatchFailure found ->
                        found.getMismatch().description();
                    case VerificationFailureType.StateChangeFailure state -> stateFailed(state);
                    default -> failure.description();
                };
        return difference.replaceAll("\\s+", " ").strip();
    }

    private static String stateFailed(VerificationFailureType.StateChangeFailure failure) {
        return switch (failure.getException()) {
            case null -> failure.description();
            case MissingStateChangeMethod missing -> missing.getMessage();
            case InvocationTargetException thrown -> "the provider's state failed: " + thrown.getCause();
            case Exception other -> "the provider's state failed: " + other;
        };
    }

    private static String cut(String text) {
        return text.length() > WIDTH ? text.substring(0, WIDTH) + " ..." : text;
    }
}
