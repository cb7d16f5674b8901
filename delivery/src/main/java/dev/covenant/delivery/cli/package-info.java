/** The verbs of {@code ./covenant} that ship a service. */
package dev.covenant.delivery.cli;
