/** The HTTP API: the Pact Broker's resources, documents and errors. */
package dev.covenant.registry.api;
