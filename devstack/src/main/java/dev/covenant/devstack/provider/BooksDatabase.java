package dev.covenant.devstack.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

/** The connections to the books, and the tables they need. */
final class BooksDatabase implements AutoCloseable {

    /** Few, because every command is a handful of short statements; calls that are held have none. */
    private static final int CONNECTIONS = 8;

    private static final int WAIT_MILLIS = 3_000;
    private static final String STATEMENT_SECONDS = "30";

    private final HikariDataSource pool;

    private BooksDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    static BooksDatabase open(ProviderConfig.Database database) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("provider");
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setAutoCommit(false);
        config.addDataSourceProperty("ApplicationName", "provider");
        // A refused row is not to be read in a log: it shows the token.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("socketTimeout", STATEMENT_SECONDS);
        try {
            return new BooksDatabase(new HikariDataSource(config));
        } catch (PoolInitializationException unreachable) {
            throw new SQLException("cannot open " + database + ": " + unreachable.getMessage(), unreachable);
        }
    }

    Books books() throws SQLException, IOException {
        Transactions transactions = new Transactions(pool);
        String tables = tables();
        transactions.run(connection -> createTables(connection, tables));
        return new Books(transactions);
    }

    @Override
    public void close() {
        pool.close();
    }

    private static Void createTables(Connection connection, String tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Two providers that start at once on an empty database would both create the tables.
            statement.execute("SELECT pg_advisory_xact_lock(7460223)");
            statement.execute(tables);
            return null;
        }
    }

    private static String tables() throws IOException {
        try (InputStream script = BooksDatabase.class.getResourceAsStream("/provider/books.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
