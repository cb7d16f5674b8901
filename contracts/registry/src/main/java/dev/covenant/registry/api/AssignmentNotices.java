package dev.covenant.registry.api;

import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.covenant.registry.assignment.Reason;
import dev.covenant.registry.assignment.ToVerify;

/** What the tools of providers print: why a contract is verified, and what its failure means. */
final class AssignmentNotices {
    private static final String BEFORE = "before_verification";
    private static final String AFTER = "after_verification:success_%s_published_%s";
    private static final String MORE_ON_PENDING = "Read more at https://docs.pact.io/go/pending";

    private final ArrayNode notices = JsonNodeFactory.instance.arrayNode();

    private AssignmentNotices() {}

    static ArrayNode of(ToVerify contract, ForVerificationRequest request, String url) {
        var all = new AssignmentNotices();
        all.add(BEFORE, why(contract, url));
        if (request.showPending()) {
            all.pending(contract, who(contract, request));
        }
        return all.notices;
    }

    /** Short enough to be part of a test's name. */
    static String shortDescription(ToVerify contract) {
        return contract.reasons().stream()
                .map(AssignmentNotices::inShort)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String why(ToVerify contract, String url) {
        var reasons = contract.reasons().stream()
                .map(reason -> "\n    * %s (%s)".formatted(inFull(reason), reason.version()))
                .distinct()
                .collect(Collectors.joining());
        return contract.wip()
                ? ("The pact at %s is being verified because it is work in progress: the provider has not verified it yet, and it is"
                                + " what these consumer versions say: %s\n Read more at https://docs.pact.io/go/wip")
                        .formatted(url, reasons)
                : "The pact at %s is being verified because it is what these consumer versions say: %s"
                        .formatted(url, reasons);
    }

    private void pending(ToVerify contract, String who) {
        if (!contract.pending()) {
            add(
                    BEFORE,
                    "This pact has been verified successfully by %s before. If it fails now, the build fails. %s",
                    who,
                    MORE_ON_PENDING);
            return;
        }
        var still = "This pact is still pending for %s: no successful result has been published.";
        add(
                BEFORE,
                "This pact is pending: no successful verification by %s has been published. If it fails, the build does not fail"
                        + " because of it. %s",
                who,
                MORE_ON_PENDING);
        add(AFTER.formatted(true, false), still, who);
        add(AFTER.formatted(false, false), still, who);
        add(
                AFTER.formatted(true, true),
                "This pact is no longer pending for %s: a successful result has been published. From now on its failure fails the"
                        + " build. %s",
                who,
                MORE_ON_PENDING);
        add(AFTER.formatted(false, true), still, who);
    }

    private static String who(ToVerify contract, ForVerificationRequest request) {
        var name = contract.pact().provider();
        var build = request.build();
        if (build.branch() != null) {
            return "a version of %s from branch '%s'".formatted(name, build.branch());
        }
        var tags = contract.pending() ? contract.pendingTags() : build.tags();
        return tags.isEmpty()
                ? "a version of " + name
                : "a version of %s with tag '%s'".formatted(name, String.join("' and '", tags));
    }

    private static String inShort(Reason reason) {
        return switch (reason.selector().kind()) {
            case LATEST -> "latest";
            case MAIN_BRANCH -> "latest from main branch";
            case MAIN_BRANCH_OR_LATEST -> reason.word() == null ? "latest" : "latest from main branch";
            case BRANCH -> "latest from branch " + reason.word();
            case LATEST_WITH_TAG -> "latest with tag " + reason.word();
            case ALL_WITH_TAG -> "one of " + reason.word();
            case DEPLOYED -> "deployed to " + reason.word();
            case RELEASED -> "released in " + reason.word();
            case IN_ENVIRONMENT -> "in " + reason.word();
        };
    }

    private static String inFull(Reason reason) {
        var selector = reason.selector();
        var version = selector.consumer() == null ? "version" : "version of " + selector.consumer();
        var words =
                switch (selector.kind()) {
                    case LATEST -> "the latest %s with a pact".formatted(version);
                    case MAIN_BRANCH -> "the latest %s from the main branch '%s'".formatted(version, reason.word());
                    case MAIN_BRANCH_OR_LATEST ->
                        reason.word() == null
                                ? "the latest version with a pact, as no main branch is known"
                                : "the latest version from the main branch '%s'".formatted(reason.word());
                    case BRANCH -> "the latest %s from branch '%s'".formatted(version, reason.word());
                    case LATEST_WITH_TAG -> "the latest %s tagged '%s'".formatted(version, reason.word());
                    case ALL_WITH_TAG -> "a %s tagged '%s'".formatted(version, reason.word());
                    case DEPLOYED -> "a %s deployed to %s".formatted(version, reason.word());
                    case RELEASED -> "a %s released in %s".formatted(version, reason.word());
                    case IN_ENVIRONMENT -> "a %s in environment %s".formatted(version, reason.word());
                };
        return reason.instead() == null
                ? words
                : "%s, as there is none for '%s'"
                        .formatted(words, reason.instead().name());
    }

    private void add(String when, String text, Object... values) {
        notices.addObject().put("when", when).put("text", values.length == 0 ? text : text.formatted(values));
    }
}
