/** A PostgreSQL of our own on the loopback address, with a database and roles for each service. */
package dev.covenant.devstack.postgres;
