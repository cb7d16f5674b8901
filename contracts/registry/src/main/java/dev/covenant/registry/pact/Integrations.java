package dev.covenant.registry.pact;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import dev.covenant.registry.pact.Integration.Result;
import dev.covenant.registry.pacticipant.Pacticipant;
import dev.covenant.registry.version.Version;

/**
 * The pairs between which there is or was a contract. Whoever publishes or deletes contracts of a pair holds its row until the end: what
 * nobody says any longer would otherwise be deleted while another version is just saying it, with all that is tied to it.
 */
@ApplicationScoped
@Transactional
public class Integrations {
    private static final String SELECT = """
            SELECT c.name AS consumer, p.name AS provider,
                (SELECT vr.success FROM verification vr WHERE vr.content_id = latest.content_id ORDER BY vr.id DESC LIMIT 1) AS success
            FROM integration i
            JOIN pacticipant c ON c.id = i.consumer_id
            JOIN pacticipant p ON p.id = i.provider_id
            LEFT JOIN LATERAL (SELECT pp.content_id FROM pact_publication pp
                WHERE pp.current AND pp.provider_id = i.provider_id AND pp.consumer_id = i.consumer_id
                ORDER BY pp.consumer_version_id DESC LIMIT 1) latest ON true
            ORDER BY c.name, p.name""";

    private static final String OF_PAIR = """
            WHERE consumer_id = (SELECT id FROM pacticipant WHERE name = :consumer)
                AND provider_id = (SELECT id FROM pacticipant WHERE name = :provider)""";

    private final Jdbi jdbi;

    @Inject
    Integrations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By name, with what came of verifying the latest contract. */
    public List<Integration> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .map((row, _) -> new Integration(
                        row.getString("consumer"),
                        row.getString("provider"),
                        Result.of(row.getObject("success", Boolean.class))))
                .list());
    }

    /** All contracts of a pair, with their results, and that there were any. Both pacticipants stay, with their versions. */
    public void delete(String consumer, String provider) {
        jdbi.useHandle(handle -> {
            if (lock(handle, consumer, provider)) {
                List.of("pact_publication", "pact_content", "integration")
                        .forEach(table -> delete(handle, table, consumer, provider));
            }
        });
    }

    /** That something is published between the two. The pair's row is locked from then on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void touch(Version version, Pacticipant provider) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO integration (consumer_id, provider_id) VALUES (:consumer, :provider)
                        ON CONFLICT (consumer_id, provider_id) DO UPDATE SET published_at = now()""")
                .bind("consumer", version.pacticipantId())
                .bind("provider", provider.id())
                .execute());
    }

    /** False when there is no such pair, and so no contract of it. */
    static boolean lock(Handle handle, String consumer, String provider) {
        return handle.createQuery("SELECT true FROM integration " + OF_PAIR + " FOR UPDATE")
                .bind("consumer", consumer)
                .bind("provider", provider)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent();
    }

    /** Of a pair that is locked: contents that no version says any longer, with their results. */
    static void deleteUnsaid(Handle handle, String consumer, String provider) {
        handle.createUpdate("DELETE FROM pact_content " + OF_PAIR
                        + " AND NOT EXISTS (SELECT FROM pact_publication WHERE content_id = pact_content.id)")
                .bind("consumer", consumer)
                .bind("provider", provider)
                .execute();
    }

    private static void delete(Handle handle, String table, String consumer, String provider) {
        handle.createUpdate("DELETE FROM " + table + " " + OF_PAIR)
                .bind("consumer", consumer)
                .bind("provider", provider)
                .execute();
    }
}
