/** Nobody without a valid token gets past here; who is calling. */
package dev.covenant.chassis.security;
