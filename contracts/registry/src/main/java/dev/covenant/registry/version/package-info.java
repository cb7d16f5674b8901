/** Versions of pacticipants, the branches they were built from, and their tags. */
package dev.covenant.registry.version;
