/** The audit as a command, for whatever program offers it. */
package dev.covenant.audit.cli;
