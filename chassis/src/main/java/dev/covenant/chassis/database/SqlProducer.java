package dev.covenant.chassis.database;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Jdbi over the server's data source, for statements on which correctness or speed hangs. Inside a transactional method all its
 * handles share the transaction's one connection; it never commits by itself.
 */
@ApplicationScoped
class SqlProducer {
    @Resource
    private DataSource dataSource;

    @Produces
    @Singleton
    Jdbi jdbi() {
        var jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        // A misspelt parameter is a fault here, not a silent null.
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
        return jdbi;
    }
}
