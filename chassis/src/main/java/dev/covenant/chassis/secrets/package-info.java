/** Encryption of what must not be readable at rest. */
package dev.covenant.chassis.secrets;
