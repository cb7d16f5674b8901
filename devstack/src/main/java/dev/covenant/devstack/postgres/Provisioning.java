package dev.covenant.devstack.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Creates databases and roles as superuser. Every step may be repeated; passwords become the ones given last. */
final class Provisioning {
    private final Connection superuser;

    Provisioning(Connection superuser) {
        this.superuser = superuser;
    }

    /** PostgreSQL lets everybody connect to everything by default; here only the roles named later may. */
    void closeToPublic(String database) throws SQLException {
        execute("REVOKE CONNECT, TEMPORARY ON DATABASE " + quoted(database) + " FROM PUBLIC");
    }

    void role(String role, String password) throws SQLException {
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute("CREATE ROLE " + quoted(role) + " NOINHERIT");
        }
        try (var statement = superuser.createStatement()) {
            statement.execute("ALTER ROLE " + quoted(role) + " LOGIN PASSWORD " + statement.enquoteLiteral(password));
        }
    }

    /** Sessions of this role can only read, and no statement of theirs lasts long. */
    void onlyReads(String role) throws SQLException {
        execute("ALTER ROLE " + quoted(role) + " SET default_transaction_read_only = on");
        execute("ALTER ROLE " + quoted(role) + " SET statement_timeout = '60s'");
    }

    void database(String database, String owner) throws SQLException {
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            execute("CREATE DATABASE " + quoted(database) + " OWNER " + quoted(owner));
        }
        closeToPublic(database);
    }

    void letConnect(String role, String database) throws SQLException {
        execute("GRANT CONNECT ON DATABASE " + quoted(database) + " TO " + quoted(role));
    }

    private boolean exists(String query, String name) throws SQLException {
        try (var statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private String quoted(String identifier) throws SQLException {
        try (var statement = superuser.createStatement()) {
            return statement.enquoteIdentifier(identifier, true);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
