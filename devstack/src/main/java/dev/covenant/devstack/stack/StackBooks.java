package dev.covenant.devstack.stack;

import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;

import dev.covenant.audit.AuditSession;
import dev.covenant.audit.Books;

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

    /** Where one service's books are and how the auditor gets in, as the variables that the audit's verbs read. */
    public Map<String, String> environment(Part service) {
        return secrets.database(service).auditorEnvironment(ports.of(Part.POSTGRESQL));
    }

    private DataSource database(Part service) {
        var database = secrets.database(service);
        return AuditSession.of(database.url(ports.of(Part.POSTGRESQL)), database.auditor(), database.auditorPassword());
    }
}
