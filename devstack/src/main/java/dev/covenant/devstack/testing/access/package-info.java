/** Holds a running service to the table of docs/security.md: who gets what, endpoint by endpoint. */
package dev.covenant.devstack.testing.access;
