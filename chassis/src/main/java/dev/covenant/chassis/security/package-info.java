/** Nobody without a valid token and a role that the resource method names gets past here; who is calling. */
package dev.covenant.chassis.security;
