/** A token issuer for the local stack and for tests: it believes any client secret, so it must stay on loopback. */
package dev.covenant.devstack.issuer;
