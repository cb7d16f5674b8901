package dev.covenant.registry.matrix;

import java.util.Map;

import dev.covenant.registry.matrix.Criterion.Kind;

/**
 * Versions of a pacticipant, found.
 *
 * @param specified whether the question names the pacticipant, or it is one of the others
 * @param versions numbers by id, the newest first; nothing for {@link Criterion#ALL}, which needs no list
 */
record Choice(
        long pacticipantId, String pacticipant, Criterion criterion, boolean specified, Map<Long, String> versions) {

    /** That it means something, and there is nothing. */
    boolean isMissing() {
        return !criterion.isAll() && versions.isEmpty();
    }

    boolean contains(Long version) {
        return criterion.isAll() || version != null && versions.containsKey(version);
    }

    /**
     * Those from which each contract needs a result, chosen as a provider's: everything in an environment, and elsewhere the newest, or
     * whoever names a branch would get the yes of versions that its head came after.
     */
    Map<Long, String> needed() {
        if (criterion.kind() == Kind.IN_ENVIRONMENT || versions.isEmpty()) {
            return versions;
        }
        var newest = versions.entrySet().iterator().next();
        return Map.of(newest.getKey(), newest.getValue());
    }

    /** As people call it. */
    String describe(String number) {
        var named = number == null ? "" : " (%s)".formatted(number);
        var none = number == null ? " (no such version exists)" : named;
        return switch (criterion.kind()) {
            case ALL ->
                number == null ? "any version of " + pacticipant : "version %s of %s".formatted(number, pacticipant);
            case NUMBER -> "version %s of %s".formatted(criterion.word(), pacticipant);
            case LATEST -> "the latest version of %s%s".formatted(pacticipant, none);
            case LATEST_WITH_TAG ->
                "the latest version of %s with tag %s%s".formatted(pacticipant, criterion.word(), none);
            case ALL_WITH_TAG -> "a version of %s with tag %s%s".formatted(pacticipant, criterion.word(), named);
            case BRANCH_HEAD ->
                "the latest version of %s from branch %s%s".formatted(pacticipant, criterion.word(), none);
            case ALL_OF_BRANCH -> "a version of %s from branch %s%s".formatted(pacticipant, criterion.word(), named);
            case MAIN_BRANCH_HEAD -> "the latest version of %s from its main branch%s".formatted(pacticipant, none);
            case ALL_OF_MAIN_BRANCH -> "a version of %s from its main branch%s".formatted(pacticipant, named);
            case IN_ENVIRONMENT ->
                number == null
                        ? "a version of %s currently in %s (no version is currently recorded as deployed/released in this environment)"
                                .formatted(pacticipant, criterion.word())
                        : "%s of %s currently in %s (%s)"
                                .formatted(
                                        versions.size() == 1 ? "the version" : "one of the versions",
                                        pacticipant,
                                        criterion.word(),
                                        number);
        };
    }
}
