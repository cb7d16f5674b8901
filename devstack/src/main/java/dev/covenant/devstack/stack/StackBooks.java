package dev.covenant.devstack.stack;

import java.net.URI;
import javax.sql.DataSource;

import dev.covenant.audit.AuditSession;
import dev.covenant.audit.Books;
import dev.covenant.devstack.postgres.Postgres;

/** The books of a running stack, for whoever did not start it too. */
public final class StackBooks {
    private final StackSecrets secrets;
    private final StackPorts ports;

    public StackBooks(StackDirectory directory, StackPorts ports) {
        this.secrets = new StackSecrets(directory.secrets());
        this.ports = ports;
    }

    /** As the roles that may only read. */
    public Books asAuditor() {
        return new Books(
                database(Part.ORDERS),
                database(Part.INVENTORY),
                database(Part.PAYMENTS),
                URI.create(ports.url(Part.PROVIDER)),
                secrets.providerKey());
    }

    private DataSource database(Part service) {
        var database = secrets.database(service);
        var url = "jdbc:postgresql://%s:%d/%s".formatted(Postgres.HOST, ports.of(Part.POSTGRESQL), database.name());
        return AuditSession.of(url, database.auditor(), database.auditorPassword());
    }
}
