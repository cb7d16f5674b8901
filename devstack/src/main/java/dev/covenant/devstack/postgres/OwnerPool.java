package dev.covenant.devstack.postgres;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * Connections for whoever looks at a database again and again, as tests do that wait for something: to open one for each look costs
 * the machine more than all that is being looked at. It opens what it needs when it is needed, so PostgreSQL may be down meanwhile.
 */
public final class OwnerPool implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(20);
    /** Held, or its level is forgotten. */
    private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

    static {
        POOL_LOG.setLevel(Level.WARNING);
    }

    private final HikariDataSource pool;

    public OwnerPool(DataSource source) {
        var config = new HikariConfig();
        config.setPoolName("owner");
        config.setDataSource(source);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.setIdleTimeout(IDLE.toMillis());
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
    }

    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
