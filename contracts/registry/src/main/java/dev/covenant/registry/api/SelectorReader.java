package dev.covenant.registry.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.assignment.Selector;
import dev.covenant.registry.assignment.Selector.Kind;

/** Reads one selector of a request, and names each rule that it breaks. */
final class SelectorReader {
    static final String FIELD = "consumerVersionSelectors";

    private static final Set<String> OF_VERSIONS = Set.of(
            "latest",
            "tag",
            "fallbackTag",
            "branch",
            "fallbackBranch",
            "fallbackToMainBranch",
            "matchingBranch",
            "mainBranch");
    private static final Set<String> OF_ENVIRONMENTS =
            Set.of("environment", "deployed", "released", "deployedOrReleased");

    private final JsonNode json;
    private final int index;
    private final String providerBranch;
    private final Given given;
    private final Given own;
    private final Set<String> fields = new TreeSet<>();

    /**
     * @param providerBranch null when it was not given
     * @param given gets the rules that are broken
     */
    SelectorReader(JsonNode json, int index, String providerBranch, Given given) {
        this.json = json;
        this.index = index;
        this.providerBranch = providerBranch;
        this.given = given;
        this.own = new Given(json);
        json.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> fields.add(field.getKey()));
    }

    /** Several, since what is deployed and what is released are looked for apart. Worth nothing once a rule is broken. */
    List<Selector> read(Predicate<String> environmentExists) {
        check();
        var consumer = own.optionalName("consumer");
        var environment = own.optionalName("environment");
        own.firstRule().ifPresent(this::broken);
        if (environment != null && !environmentExists.test(environment)) {
            broken("environment with name '%s' does not exist".formatted(environment));
        }
        if (has("deployedOrReleased")) {
            return List.of(
                    Selector.of(Kind.DEPLOYED, environment, consumer),
                    Selector.of(Kind.RELEASED, environment, consumer));
        }
        if (has("deployed") || has("released") || environment != null) {
            var kind = has("deployed") ? Kind.DEPLOYED : has("released") ? Kind.RELEASED : Kind.IN_ENVIRONMENT;
            return List.of(Selector.of(kind, environment, consumer));
        }
        return List.of(ofVersions(consumer));
    }

    private Selector ofVersions(String consumer) {
        if (has("mainBranch")) {
            return Selector.of(Kind.MAIN_BRANCH, null, consumer);
        }
        if (has("matchingBranch")) {
            return Selector.of(Kind.BRANCH, providerBranch, consumer);
        }
        if (fields.contains("branch")) {
            return branch(consumer);
        }
        if (fields.contains("tag")) {
            return tag(consumer);
        }
        return Selector.of(Kind.LATEST, null, consumer);
    }

    private Selector branch(String consumer) {
        var branch = has("branch") ? null : json.path("branch").asString("");
        var selector = Selector.of(Kind.BRANCH, branch, consumer);
        if (fields.contains("fallbackBranch")) {
            return selector.orElse(Kind.BRANCH, json.path("fallbackBranch").asString(""));
        }
        return has("fallbackToMainBranch") ? selector.orElse(Kind.MAIN_BRANCH, null) : selector;
    }

    private Selector tag(String consumer) {
        var kind = has("latest") ? Kind.LATEST_WITH_TAG : Kind.ALL_WITH_TAG;
        var selector = Selector.of(kind, json.path("tag").asString(""), consumer);
        return fields.contains("fallbackTag")
                ? selector.orElse(kind, json.path("fallbackTag").asString(""))
                : selector;
    }

    private void check() {
        for (var field : List.of("tag", "fallbackTag", "fallbackBranch")) {
            own.optionalName(field);
        }
        if (!has("branch")) {
            own.optionalName("branch");
        }
        for (var field : List.of("mainBranch", "matchingBranch", "deployed", "released", "deployedOrReleased")) {
            mustNot(fields.contains(field) && !has(field), field + " can only be true");
        }
        mustNot(fields.contains("latest") && !json.path("latest").isBoolean(), "latest must be true or false");
        mustNot(
                List.of("tag", "branch", "environment").stream().noneMatch(fields::contains)
                        && List.of(
                                        "mainBranch",
                                        "matchingBranch",
                                        "deployed",
                                        "released",
                                        "deployedOrReleased",
                                        "latest")
                                .stream()
                                .noneMatch(this::has),
                "must say which versions: mainBranch, matchingBranch, branch, tag, latest, environment, deployed, released or"
                        + " deployedOrReleased");
        mustOnlyBeWith("mainBranch", Set.of("consumer", "latest"));
        mustOnlyBeWith("matchingBranch", Set.of("consumer"));
        mustNot(has("matchingBranch") && providerBranch == null, "matchingBranch needs providerVersionBranch");
        mustNot(fields.contains("tag") && fields.contains("branch"), "cannot have both tag and branch");
        mustNot(
                fields.stream().anyMatch(OF_VERSIONS::contains)
                        && fields.stream().anyMatch(OF_ENVIRONMENTS::contains),
                "cannot have fields of versions and of environments in one");
        mustNot(
                List.of("deployed", "released", "deployedOrReleased").stream()
                                .filter(fields::contains)
                                .count()
                        > 1,
                "can have one of deployed, released and deployedOrReleased");
        mustNot(
                fields.contains("fallbackTag") && !(fields.contains("tag") && has("latest")),
                "fallbackTag needs tag, and latest true");
        mustNot(
                (fields.contains("fallbackBranch") || has("fallbackToMainBranch")) && !fields.contains("branch"),
                "a fallback needs a branch");
        mustNot(
                (has("mainBranch") || fields.contains("branch"))
                        && json.path("latest").isBoolean()
                        && !has("latest"),
                "latest cannot be false with a branch");
    }

    private void mustOnlyBeWith(String field, Set<String> others) {
        mustNot(
                has(field)
                        && fields.stream()
                                .filter(each -> OF_VERSIONS.contains(each) || OF_ENVIRONMENTS.contains(each))
                                .anyMatch(each -> !each.equals(field) && !others.contains(each)),
                field + " can only be given with " + String.join(" and ", new TreeSet<>(others)));
    }

    private boolean has(String field) {
        return json.path(field).isBoolean() && json.path(field).booleanValue();
    }

    private void mustNot(boolean breaks, String rule) {
        if (breaks) {
            broken(rule);
        }
    }

    private void broken(String rule) {
        given.broken(FIELD, "%s (at index %d)".formatted(rule, index));
    }
}
