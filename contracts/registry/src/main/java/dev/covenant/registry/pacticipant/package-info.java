/** Pacticipants: applications that take part in contracts, with their labels. */
package dev.covenant.registry.pacticipant;
