/** Contracts of this checkout and the registry: publish, verify, ask, record, all with Pact's own clients. */
package dev.covenant.devstack.contracts;
