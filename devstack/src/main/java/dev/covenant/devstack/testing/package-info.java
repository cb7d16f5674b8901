/** For tests of a service: JUnit and MicroShed Testing on one real Liberty server with a real PostgreSQL. */
package dev.covenant.devstack.testing;
