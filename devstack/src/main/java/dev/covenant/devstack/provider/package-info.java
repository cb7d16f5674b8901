/**
 * The simulated payment provider: a process of its own, with its own books, that answers by documented test tokens.
 *
 * <p>It stands where a real provider would stand, for running, developing and testing without one. PROVIDER.md beside
 * the module's pom describes its API and its tokens.
 */
package dev.covenant.devstack.provider;
