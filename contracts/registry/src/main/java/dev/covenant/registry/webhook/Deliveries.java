package dev.covenant.registry.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

import dev.covenant.registry.json.RegistryJson;
import dev.covenant.registry.webhook.Delivery.State;

/** What webhooks are still to be told, and the log of what they were told. All goes by the database's clock: replicas' clocks may differ. */
@ApplicationScoped
@Transactional
public class Deliveries {
    private static final RowMapper<Delivery> ROW = ConstructorMapper.of(Delivery.class);
    private static final RowMapper<Attempt> ATTEMPT = ConstructorMapper.of(Attempt.class);

    private static final String COLUMNS =
            "d.id, d.uuid, d.webhook_id, w.uuid AS webhook, d.event, d.parameters, d.state, d.attempts, d.created_at ";

    /** A page of the log. */
    private static final int MOST = 100;

    /** Materialized, because a subquery with a limit that the planner runs twice takes more than the limit. */
    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT d.id FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id AND w.enabled
                WHERE d.state = 'WAITING' AND d.due_at <= now()
                ORDER BY d.due_at LIMIT :most FOR UPDATE OF d SKIP LOCKED)
            UPDATE webhook_delivery d SET attempts = d.attempts + 1, due_at = now() + :lease * interval '1 millisecond'
            FROM due, webhook w WHERE d.id = due.id AND w.id = d.webhook_id RETURNING
            """ + COLUMNS;

    private static final String FINISH = """
            UPDATE webhook_delivery SET state = :state, due_at = now() + :pause * interval '1 millisecond'
            WHERE id = :id AND attempts = :attempts AND state = 'WAITING'""";

    private static final String FORGET = """
            DELETE FROM webhook_delivery WHERE webhook_id = :webhook AND state <> 'WAITING' AND id <=
                (SELECT id FROM webhook_delivery WHERE webhook_id = :webhook AND state <> 'WAITING'
                 ORDER BY id DESC OFFSET :remembered LIMIT 1)""";

    private final Jdbi jdbi;
    private final Backoff backoff;
    private final Duration lease;
    private final int remembered;

    @Inject
    public Deliveries(
            Jdbi jdbi,
            Backoff backoff,
            @ConfigProperty(name = "registry.webhooks.lease") Duration lease,
            @ConfigProperty(name = "registry.webhooks.remembered") int remembered) {
        this.jdbi = jdbi;
        this.backoff = backoff;
        this.lease = lease;
        this.remembered = remembered;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(List<NewDelivery> all) {
        if (all.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO webhook_delivery (webhook_id, event, publication_id, verification_id, parameters)
                    VALUES (:webhook, :event, :publication, :verification, :parameters)""");
            for (var one : all) {
                batch.bind("webhook", one.webhookId())
                        .bind("event", one.event().name())
                        .bind("publication", one.publicationId())
                        .bind("verification", one.verificationId())
                        .bind("parameters", RegistryJson.mapper().writeValueAsString(one.parameters()))
                        .add();
            }
            batch.execute();
        });
    }

    /** Takes what is due, for the time of the lease; another replica doing the same takes others. */
    List<Delivery> claim(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("most", most)
                .bind("lease", lease.toMillis())
                .map(ROW)
                .list());
    }

    /**
     * Writes down what came of an attempt, and when the next one is due. Changes nothing when the lease ran out and somebody else has
     * taken it.
     *
     * @return how far it is now; empty when somebody else has it
     */
    Optional<State> finish(Delivery delivery, Outcome outcome) {
        var pause = outcome.isSuccess() ? Optional.<Duration>empty() : backoff.after(delivery.attempts(), outcome);
        var state = outcome.isSuccess() ? State.DELIVERED : pause.isPresent() ? State.WAITING : State.FAILED;
        return jdbi.withHandle(handle -> {
            var mine = handle.createUpdate(FINISH)
                    .bind("state", state.name())
                    .bind("pause", pause.orElse(Duration.ZERO).toMillis())
                    .bind("id", delivery.id())
                    .bind("attempts", delivery.attempts())
                    .execute();
            if (mine == 0) {
                return Optional.empty();
            }
            handle.createUpdate("INSERT INTO webhook_attempt (delivery_id, number, status, fault, response) "
                            + "VALUES (:id, :number, :status, :fault, :response)")
                    .bind("id", delivery.id())
                    .bind("number", delivery.attempts())
                    .bind("status", outcome.status())
                    .bind("fault", outcome.fault())
                    .bind("response", outcome.response())
                    .execute();
            if (state != State.WAITING) {
                handle.createUpdate(FORGET)
                        .bind("webhook", delivery.webhookId())
                        .bind("remembered", remembered)
                        .execute();
            }
            return Optional.of(state);
        });
    }

    /** What was taken and not even begun is no attempt. It is due again when the lease ends. */
    void notBegun(Delivery delivery) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE webhook_delivery SET attempts = attempts - 1 "
                        + "WHERE id = :id AND attempts = :attempts AND state = 'WAITING'")
                .bind("id", delivery.id())
                .bind("attempts", delivery.attempts())
                .execute());
    }

    public Optional<Delivery> find(UUID uuid) {
        return list("d.uuid = :key", uuid).stream().findFirst();
    }

    /** The latest first, as all lists here; no more than a page. */
    public List<Delivery> of(Webhook webhook) {
        return list("d.webhook_id = :key", webhook.id());
    }

    /** Those that tell of a publication, without those that tell of its results. */
    public List<Delivery> ofPublication(long publicationId) {
        return list("d.publication_id = :key AND d.verification_id IS NULL", publicationId);
    }

    public List<Delivery> ofVerification(long verificationId) {
        return list("d.verification_id = :key", verificationId);
    }

    /** In their order. */
    public List<Attempt> attempts(Delivery delivery) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT number, status, fault, response, at "
                        + "FROM webhook_attempt WHERE delivery_id = :id ORDER BY number")
                .bind("id", delivery.id())
                .map(ATTEMPT)
                .list());
    }

    private List<Delivery> list(String condition, Object key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS
                        + "FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE " + condition
                        + " ORDER BY d.id DESC LIMIT " + MOST)
                .bind("key", key)
                .map(ROW)
                .list());
    }
}
