package dev.covenant.chassis.database;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Jdbi over the server's data source, for statements on which correctness or speed hangs. Inside a transactional method all its
 * handles share the transaction's one connection, and it never commits by itself. Outside of one each handle is a transaction of its
 * own and gives its connection back when it is closed: a shareable one would stay with the request until its end, and a request that
 * then began a transaction would hold two, which is how a pool comes to wait for itself.
 */
@ApplicationScoped
class SqlProducer {
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource shared;

    @Resource(lookup = "java:comp/DefaultDataSource", shareable = false)
    private DataSource unshared;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Produces
    @Singleton
    Jdbi jdbi() {
        var jdbi = Jdbi.create(() -> isInTransaction() ? shared.getConnection() : unshared.getConnection())
                .installPlugin(new TypesOnly());
        // A misspelt parameter is a fault here, not a silent null.
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(SqlProducer::withoutValues);
        return jdbi;
    }

    private boolean isInTransaction() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /** Its usual words hold every value that was bound: whole orders, keys of customers. What fails is logged. */
    private static String withoutValues(StatementException failed) {
        var context = failed.getStatementContext();
        return context == null
                ? failed.getShortMessage()
                : "%s [statement: %s]".formatted(failed.getShortMessage(), context.getRawSql());
    }

    /**
     * Without the plugin's API of large objects, which nothing here uses. Liberty builds it anew whenever it is asked for, with a query of
     * the catalog: a round trip more for each handle, that is for each statement.
     */
    private static final class TypesOnly extends PostgresPlugin {
        @Override
        public Handle customizeHandle(Handle handle) {
            return handle;
        }
    }
}
