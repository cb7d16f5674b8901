/** Forgets versions of long ago, with what they said, when somebody has asked for it by configuration. */
package dev.covenant.registry.cleanup;
