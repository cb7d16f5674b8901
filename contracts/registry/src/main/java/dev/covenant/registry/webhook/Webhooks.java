package dev.covenant.registry.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;

/** The webhooks. */
@ApplicationScoped
@Transactional
public class Webhooks {
    private static final String SELECT = """
            SELECT w.id, w.uuid, w.description, c.name AS consumer, w.consumer_label, p.name AS provider, w.provider_label,
                w.events, w.enabled, w.request, w.created_at, w.updated_at
            FROM webhook w
            LEFT JOIN pacticipant c ON c.id = w.consumer_id
            LEFT JOIN pacticipant p ON p.id = w.provider_id
            """;

    private static final String PUT = """
            INSERT INTO webhook (uuid, description, consumer_id, consumer_label, provider_id, provider_label, events, enabled,
                request)
            VALUES (:uuid, :description, (SELECT id FROM pacticipant WHERE name = :consumer), :consumerLabel,
                (SELECT id FROM pacticipant WHERE name = :provider), :providerLabel, :events, :enabled, :request)
            ON CONFLICT (uuid) DO UPDATE SET description = excluded.description, consumer_id = excluded.consumer_id,
                consumer_label = excluded.consumer_label, provider_id = excluded.provider_id,
                provider_label = excluded.provider_label, events = excluded.events, enabled = excluded.enabled,
                request = excluded.request, updated_at = now()
            RETURNING xmax = 0""";

    /** That a pair, given by the two ids, is one that the webhook w is about. */
    private static final String IS_ABOUT = """
            (w.consumer_id IS NULL OR w.consumer_id = %1$s) AND (w.provider_id IS NULL OR w.provider_id = %2$s)
            AND (w.consumer_label IS NULL
                OR EXISTS (SELECT FROM label l WHERE l.pacticipant_id = %1$s AND l.name = w.consumer_label))
            AND (w.provider_label IS NULL
                OR EXISTS (SELECT FROM label l WHERE l.pacticipant_id = %2$s AND l.name = w.provider_label))
            """;

    private final Jdbi jdbi;
    private final RequestSealer sealer;
    private final int most;

    @Inject
    public Webhooks(Jdbi jdbi, RequestSealer sealer, @ConfigProperty(name = "registry.webhooks.most") int most) {
        this.jdbi = jdbi;
        this.sealer = sealer;
        this.most = most;
    }

    /** As many as there may be. */
    public int most() {
        return most;
    }

    /** Whether there are as many as there may be. Of two that ask at once both may hear that there is a place. */
    public boolean areFull() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) >= :most FROM webhook")
                .bind("most", most)
                .mapTo(Boolean.class)
                .one());
    }

    /** The latest last. */
    public List<Webhook> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "ORDER BY w.id")
                .map((row, _) -> webhook(row))
                .list());
    }

    /** Those that name just these; a null means those that name nobody there. */
    public List<Webhook> naming(String consumer, String provider) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE c.name IS NOT DISTINCT FROM :consumer AND p.name IS NOT DISTINCT FROM :provider ORDER BY w.id""")
                .bind("consumer", consumer)
                .bind("provider", provider)
                .map((row, _) -> webhook(row))
                .list());
    }

    public Optional<Webhook> find(String uuid) {
        return find(uuid, "");
    }

    /** The same, so that until the transaction ends nobody else changes it. */
    public Optional<Webhook> lock(String uuid) {
        return find(uuid, " FOR UPDATE OF w");
    }

    /** Those with one of the ids, by id. */
    Map<Long, Webhook> all(Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE w.id = ANY(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .map((row, _) -> webhook(row))
                .collect(Collectors.toMap(Webhook::id, Function.identity())));
    }

    /**
     * Makes it, or changes the one of that uuid. The pacticipants that it names are there.
     *
     * @return whether it is new
     */
    public boolean put(String uuid, WebhookValues values) {
        return jdbi.withHandle(handle -> handle.createQuery(PUT)
                .bind("uuid", uuid)
                .bind("description", values.description())
                .bind("consumer", values.consumer().name())
                .bind("consumerLabel", values.consumer().label())
                .bind("provider", values.provider().name())
                .bind("providerLabel", values.provider().label())
                .bind("events", names(values.events()))
                .bind("enabled", values.enabled())
                .bind("request", sealer.seal(values.request(), uuid))
                .mapTo(Boolean.class)
                .one());
    }

    /** With what it still had to tell, and its log. False when there is none. */
    public boolean delete(String uuid) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM webhook WHERE uuid = :uuid")
                        .bind("uuid", uuid)
                        .execute())
                == 1;
    }

    /** Who wants to be told which of the events about this contract. They stay until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<WebhookEvent, List<Long>> wanting(Collection<WebhookEvent> events, Pact pact) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT w.id, e.event FROM webhook w, unnest(w.events) AS e (event) "
                                + "WHERE w.enabled AND e.event = ANY(:events) AND "
                                + IS_ABOUT.formatted(":consumer", ":provider") + "ORDER BY w.id FOR KEY SHARE OF w")
                        .bind("events", names(events))
                        .bind("consumer", pact.consumerId())
                        .bind("provider", pact.providerId())
                        .map((row, _) -> Map.entry(WebhookEvent.valueOf(row.getString("event")), row.getLong("id")))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    /** The contract of its pairs that was published last. */
    public Optional<Pact> latestContractFor(Webhook webhook) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + Pacts.COLUMNS + Pacts.FROM
                        + "JOIN webhook w ON w.id = :webhook WHERE pp.current AND "
                        + IS_ABOUT.formatted("pp.consumer_id", "pp.provider_id") + "ORDER BY pp.id DESC LIMIT 1")
                .bind("webhook", webhook.id())
                .map(Pacts.ROW)
                .findOne());
    }

    private Optional<Webhook> find(String uuid, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE w.uuid = :uuid" + lock)
                .bind("uuid", uuid)
                .map((row, _) -> webhook(row))
                .findOne());
    }

    private static String[] names(Collection<WebhookEvent> events) {
        return events.stream().map(WebhookEvent::name).toArray(String[]::new);
    }

    private Webhook webhook(ResultSet row) throws SQLException {
        var uuid = row.getString("uuid");
        var events = Stream.of((String[]) row.getArray("events").getArray())
                .map(WebhookEvent::valueOf)
                .toList();
        return new Webhook(
                row.getLong("id"),
                uuid,
                row.getString("description"),
                new Party(row.getString("consumer"), row.getString("consumer_label")),
                new Party(row.getString("provider"), row.getString("provider_label")),
                events,
                row.getBoolean("enabled"),
                sealer.open(row.getBytes("request"), uuid),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
