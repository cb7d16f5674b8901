package dev.covenant.registry.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.registry.assignment.ProviderBuild;
import dev.covenant.registry.assignment.Selector;
import dev.covenant.registry.pacticipant.Pacticipant;

/**
 * A provider's question what to verify, read and checked.
 *
 * @param showPending whether to tell what is pending
 */
record ForVerificationRequest(ProviderBuild build, List<Selector> selectors, boolean showPending) {
    private static final int MOST_SELECTORS = 100;
    private static final String WIP_SINCE = "includeWipPactsSince";
    /** The database knows some more, and nobody means them. */
    private static final int LAST_YEAR = 9999;

    private static final String PENDING = "includePendingStatus";
    private static final Map<String, String> IN_QUERIES = Map.of(
            "provider_version_branch",
            "providerVersionBranch",
            "provider_version_tags",
            "providerVersionTags",
            "include_pending_status",
            PENDING,
            "include_wip_pacts_since",
            WIP_SINCE,
            "consumer_version_selectors",
            SelectorReader.FIELD,
            "fallback_tag",
            "fallbackTag");

    /** @throws Refused 400 with all that is wrong with it */
    static ForVerificationRequest read(Pacticipant provider, JsonNode body, Predicate<String> environmentExists) {
        var given = new Given(body);
        var branch = given.optionalName("providerVersionBranch");
        var tags = given.names("providerVersionTags");
        var since = since(given, body.path(WIP_SINCE));
        var selectors = selectors(given, body.path(SelectorReader.FIELD), branch, environmentExists);
        given.require();
        var showPending = body.path(PENDING).asBoolean(true);
        return new ForVerificationRequest(
                new ProviderBuild(provider, branch, tags, since.orElse(null)), selectors, showPending);
    }

    /** The older way: the same by a query, which knows text only and other spellings. */
    static ObjectNode body(ObjectNode query) {
        var body = JsonNodeFactory.instance.objectNode();
        query.properties().forEach(field -> {
            var value = field.getValue();
            var name = IN_QUERIES.getOrDefault(field.getKey(), field.getKey());
            if (value.isArray() && value.values().stream().allMatch(JsonNode::isObject)) {
                var list = body.putArray(name);
                value.forEach(element -> list.add(body((ObjectNode) element)));
            } else {
                body.set(
                        name,
                        isTruth(value) ? BooleanNode.valueOf(value.asString().equals("true")) : value);
            }
        });
        return body;
    }

    private static boolean isTruth(JsonNode value) {
        return value.isString() && List.of("true", "false").contains(value.stringValue());
    }

    private static List<Selector> selectors(
            Given given, JsonNode list, String branch, Predicate<String> environmentExists) {
        var selectors = new ArrayList<Selector>();
        if (list.isMissingNode() || list.isNull()) {
            return selectors;
        }
        if (!list.isArray() || list.size() > MOST_SELECTORS) {
            given.broken(SelectorReader.FIELD, "must be an array of at most %d".formatted(MOST_SELECTORS));
            return selectors;
        }
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index).isObject()) {
                selectors.addAll(new SelectorReader(list.get(index), index, branch, given).read(environmentExists));
            } else {
                given.broken(SelectorReader.FIELD, "must be an object (at index %d)".formatted(index));
            }
        }
        return selectors;
    }

    private static Optional<Instant> since(Given given, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        var text = value.asString("");
        var since = time(text).filter(time -> time.getYear() >= 1 && time.getYear() <= LAST_YEAR);
        if (since.isEmpty()) {
            given.broken(WIP_SINCE, "must be a date such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z");
        }
        return since.map(OffsetDateTime::toInstant);
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text)
                            : LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
