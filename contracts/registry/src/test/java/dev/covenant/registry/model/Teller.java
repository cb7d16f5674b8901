package dev.covenant.registry.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Publications;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.Registry.TestEnvironment;

/** Tells one history to the registry, in an environment of its own and under names that nobody has used. */
final class Teller {
    private final Registry registry;
    private final TestEnvironment environment;
    private final String suffix = "-" + UUID.randomUUID();

    Teller(Registry registry) {
        this.registry = registry;
        this.environment = registry.newEnvironment();
    }

    /** Refusals are answers too: what cannot be is told as well. */
    void tell(Event event) {
        var answer =
                switch (event) {
                    case Event.Publish publish -> publish(publish);
                    case Event.Verify verify -> verify(verify);
                    case Event.PutOnBranch(var pacticipant, var version, var branch) ->
                        registry.put("pacticipants/%s/branches/%s/versions/%s", name(pacticipant), branch, version);
                    case Event.Tag(var pacticipant, var version) ->
                        registry.put("pacticipants/%s/versions/%s/tags/t", name(pacticipant), version);
                    case Event.Deploy(var pacticipant, var version, var instance) ->
                        registry.deploy(name(pacticipant), version, environment, instance);
                    case Event.Undeploy(var pacticipant, var instance) ->
                        end(
                                "deployed-versions/currently-deployed",
                                Registry.at(
                                        "pacticipant=%s&applicationInstance=%s",
                                        name(pacticipant), instance == null ? "" : instance),
                                "currentlyDeployed");
                    case Event.Release(var pacticipant, var version) ->
                        registry.release(name(pacticipant), version, environment);
                    case Event.EndSupport(var pacticipant, var version) ->
                        end(
                                "released-versions/currently-supported",
                                Registry.at("pacticipant=%s&version=%s", name(pacticipant), version),
                                "currentlySupported");
                    case Event.DeletePact(var consumer, var version, var provider) ->
                        registry.delete(
                                "pacts/provider/%s/consumer/%s/version/%s", name(provider), name(consumer), version);
                    case Event.DeleteVersion(var pacticipant, var version) ->
                        registry.delete("pacticipants/%s/versions/%s", name(pacticipant), version);
                };
        if (answer.status() >= 500) {
            throw new AssertionError("%s: %s".formatted(event, answer));
        }
    }

    /** As {@link World#answer} tells it. */
    String ask(Question question, String latestBy) {
        var target =
                switch (question.target()) {
                    case ENVIRONMENT -> "environment=" + environment.name();
                    case LATEST -> "latest=true";
                    case MAIN_BRANCH -> "latest=true&mainBranch=true";
                    case BRANCH -> "branch=main";
                    case TAG -> "latest=true&tag=t";
                };
        var query =
                Registry.at("q[][pacticipant]=%s&q[][version]=%s&", name(question.pacticipant()), question.version());
        var answer = registry.send(
                "GET",
                "matrix?latestby=" + latestBy + "&" + query.replace("[", "%5B").replace("]", "%5D") + target,
                null);
        if (answer.status() != 200) {
            return String.valueOf(answer.status());
        }
        var summary = answer.json().get("summary");
        return "%s %s/%s/%s"
                .formatted(
                        summary.get("deployable"),
                        summary.get("success"),
                        summary.get("failed"),
                        summary.get("unknown"));
    }

    private ServiceAnswer publish(Event.Publish publish) {
        var consumer = name(publish.consumer());
        var provider = name(publish.provider());
        Map<String, ?> more = publish.branch() == null ? Map.of() : Map.of("branch", publish.branch());
        return registry.publish(
                consumer, publish.version(), provider, Publications.pact(consumer, provider, publish.content()), more);
    }

    private ServiceAnswer verify(Event.Verify verify) {
        var contract = registry.pact(name(verify.consumer()), verify.version(), name(verify.provider()));
        return contract.status() == 200
                ? registry.verify(
                        name(verify.consumer()),
                        verify.version(),
                        name(verify.provider()),
                        verify.providerVersion(),
                        verify.success())
                : contract;
    }

    private ServiceAnswer end(String list, String query, String field) {
        var found = registry.send("GET", "environments/%s/%s?%s".formatted(environment.uuid(), list, query), null);
        var links = found.json().get("_embedded").values().stream()
                .flatMap(each -> each.values().stream())
                .map(each -> each.at("/_links/self/href").asString())
                .toList();
        return links.isEmpty() ? found : patch(links, "{\"%s\":false}".formatted(field));
    }

    private ServiceAnswer patch(List<String> links, String body) {
        return links.stream()
                .map(link -> registry.send("PATCH", link, body, "Content-Type", "application/merge-patch+json"))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private String name(String letter) {
        return letter + suffix;
    }
}
