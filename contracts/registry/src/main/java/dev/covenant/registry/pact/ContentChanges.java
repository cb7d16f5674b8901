package dev.covenant.registry.pact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** Whether a contract says something that the provider has not been told before: for each tag of its version, or without tags. */
@ApplicationScoped
class ContentChanges {
    private static final String SELECT_EARLIER = """
            (SELECT pp.content_id FROM pact_publication pp
             WHERE pp.current AND pp.consumer_id = :consumer AND pp.provider_id = :provider
                 AND pp.consumer_version_id < :version AND %s
             ORDER BY pp.consumer_version_id DESC LIMIT 1)""";

    private static final String TAGGED = "SELECT t.name AS tag, "
            + SELECT_EARLIER.formatted(
                    "EXISTS (SELECT FROM tag e WHERE e.version_id = pp.consumer_version_id AND e.name = t.name)")
            + " AS earlier FROM tag t WHERE t.version_id = :version ORDER BY t.name";

    private static final String UNTAGGED = "SELECT NULL AS tag, "
            + SELECT_EARLIER.formatted("NOT EXISTS (SELECT FROM tag e WHERE e.version_id = pp.consumer_version_id)")
            + " AS earlier";

    private final Jdbi jdbi;

    @Inject
    ContentChanges(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In words, what is new about it; empty when nothing is. */
    Optional<String> of(Pact pact) {
        var tagged = earlier(TAGGED, pact);
        var changes = (tagged.isEmpty() ? earlier(UNTAGGED, pact) : tagged)
                .stream()
                        .filter(earlier -> !Long.valueOf(pact.contentId()).equals(earlier.content()))
                        .map(Earlier::change)
                        .collect(Collectors.joining(", "));
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes);
    }

    private List<Earlier> earlier(String query, Pact pact) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("consumer", pact.consumerId())
                .bind("provider", pact.providerId())
                .bind("version", pact.versionId())
                .map((row, _) -> new Earlier(row.getString("tag"), row.getObject("earlier", Long.class)))
                .list());
    }

    /**
     * @param tag null for versions without any
     * @param content null when there is no earlier one
     */
    private record Earlier(String tag, Long content) {
        String change() {
            if (tag == null) {
                return content == null
                        ? "first time untagged pact published"
                        : "pact content has changed since previous untagged version";
            }
            return content == null
                    ? "first time any pact published for this consumer with consumer version tagged " + tag
                    : "pact content has changed since the last consumer version tagged with " + tag;
        }
    }
}
