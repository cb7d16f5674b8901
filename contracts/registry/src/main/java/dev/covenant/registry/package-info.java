/**
 * The contract registry: contracts between pacticipants, who verified them, and what is deployed where. It speaks the HTTP API of the
 * Pact Broker, so that Pact's own clients work with it unchanged. Each package is a concept; {@code api} is the edge.
 */
package dev.covenant.registry;
