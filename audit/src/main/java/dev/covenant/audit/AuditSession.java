package dev.covenant.audit;

import java.time.Duration;
import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/** Connections that only read, and that no fault of ours or of the network keeps busy for long. */
public final class AuditSession {
    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(60);
    /** More than a statement may take, for an answer that will never come. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(90);

    private AuditSession() {}

    /**
     * Opens a new connection for each {@code getConnection()}.
     *
     * @param url of JDBC, such as {@code jdbc:postgresql://host:5432/orders}
     * @throws IllegalArgumentException when it is none of PostgreSQL
     */
    public static DataSource of(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("covenant-audit");
        source.setReadOnly(true);
        source.setOptions(
                "-c default_transaction_read_only=on -c statement_timeout=%d".formatted(STATEMENT_LIMIT.toMillis()));
        source.setConnectTimeout(10);
        source.setSocketTimeout((int) ANSWER_LIMIT.toSeconds());
        return source;
    }
}
