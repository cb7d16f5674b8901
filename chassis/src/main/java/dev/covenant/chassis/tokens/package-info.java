/** The service's own access tokens for the services it calls. */
package dev.covenant.chassis.tokens;
