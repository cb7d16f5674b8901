package dev.covenant.registry.conformance;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.chassis.secrets.Sealer;
import dev.covenant.registry.pact.Content;
import dev.covenant.registry.testing.Publications;
import dev.covenant.registry.testing.RegistryUsers;

/** Writes the registry's tables as their owner. What a row needs is made with it. */
final class Rows {
    private final Jdbi owner;

    Rows(DataSource owner) {
        this.owner = Jdbi.create(owner);
    }

    void clear() {
        // TRUNCATE would lock tables that the server's clean-up is just reading, which has read others before.
        owner.useTransaction(handle -> {
            handle.execute("DELETE FROM webhook");
            handle.execute("DELETE FROM environment");
            handle.execute("DELETE FROM pacticipant");
        });
    }

    long pacticipant(String name) {
        return id(
                "INSERT INTO pacticipant (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = excluded.name "
                        + "RETURNING id",
                name);
    }

    void pacticipant(String name, String repositoryUrl) {
        execute("INSERT INTO pacticipant (name, repository_url) VALUES (?, ?)", name, repositoryUrl);
    }

    /** Each later one is later in the order. */
    long version(String pacticipant, String number, String... tags) {
        var owning = pacticipant(pacticipant);
        var version = id(
                "INSERT INTO version (pacticipant_id, number) VALUES (?, ?) "
                        + "ON CONFLICT (pacticipant_id, number) DO UPDATE SET number = excluded.number RETURNING id",
                owning,
                number);
        for (var tag : tags) {
            execute("INSERT INTO tag (version_id, name, pacticipant_id) VALUES (?, ?, ?)", version, tag, owning);
        }
        return version;
    }

    void branch(String pacticipant, String name, String number) {
        var version = version(pacticipant, number);
        var branch = id(
                "INSERT INTO branch (pacticipant_id, name, head_version_id) VALUES (?, ?, ?) RETURNING id",
                pacticipant(pacticipant),
                name,
                version);
        execute("INSERT INTO branch_version (branch_id, version_id) VALUES (?, ?)", branch, version);
    }

    /** What it says depends on its interactions only. */
    void pact(String consumer, String number, String provider, String... interactions) {
        var content = Content.of(
                (ObjectNode) JsonMapper.shared().readTree(Publications.pact(consumer, provider, interactions)));
        var contentId = id(
                "INSERT INTO pact_content (consumer_id, provider_id, sha, content) VALUES (?, ?, ?, ?) RETURNING id",
                pacticipant(consumer),
                pacticipant(provider),
                content.sha(),
                content.text());
        execute(
                "INSERT INTO pact_publication (consumer_id, provider_id, consumer_version_id, content_id) VALUES (?, ?, ?, ?)",
                pacticipant(consumer),
                pacticipant(provider),
                version(consumer, number),
                contentId);
        execute(
                "INSERT INTO integration (consumer_id, provider_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                pacticipant(consumer),
                pacticipant(provider));
    }

    /** Of what the consumer version says. */
    void verification(String consumer, String number, String provider, String providerVersion, boolean success) {
        execute(
                "INSERT INTO verification (consumer_id, provider_id, content_id, provider_version_id, success) "
                        + "SELECT consumer_id, provider_id, content_id, ?, ? FROM pact_publication "
                        + "WHERE consumer_version_id = ? AND provider_id = ?",
                version(provider, providerVersion),
                success,
                version(consumer, number),
                pacticipant(provider));
    }

    void environment(String name, String uuid) {
        execute(
                "INSERT INTO environment (uuid, name, display_name, production, contacts) VALUES (?, ?, ?, false, ?)",
                uuid == null ? UUID.randomUUID() : UUID.fromString(uuid),
                name,
                name.substring(0, 1).toUpperCase() + name.substring(1),
                Publications.json(
                        new Object[] {Map.of("name", "Foo team", "details", Map.of("emailAddress", "foo@bar.com"))}));
    }

    void deployed(String pacticipant, String number, String uuid, String instance) {
        execute(
                "INSERT INTO deployed_version (uuid, pacticipant_id, version_id, environment_id, application_instance) "
                        + "SELECT ?, ?, ?, id, ? FROM environment",
                UUID.fromString(uuid),
                pacticipant(pacticipant),
                version(pacticipant, number),
                instance);
    }

    void webhook(String uuid) {
        var request = Map.of("method", "POST", "url", "https://webhook", "headers", Map.of());
        execute(
                "INSERT INTO webhook (uuid, events, request) VALUES (?, '{CONTRACT_CONTENT_CHANGED}', ?)",
                uuid,
                new Sealer(RegistryUsers.ENCRYPTION_KEY).seal(Publications.json(request), uuid));
    }

    private long id(String sql, Object... values) {
        return owner.withHandle(
                handle -> handle.select(sql, values).mapTo(Long.class).one());
    }

    private void execute(String sql, Object... values) {
        var rows = owner.withHandle(handle -> handle.execute(sql, values));
        if (rows == 0 && !sql.endsWith("DO NOTHING")) {
            throw new IllegalStateException("No row by " + sql + Arrays.toString(values));
        }
    }
}
