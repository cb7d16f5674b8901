/** Contracts: what they say, which consumer versions say it, and how they are published. */
package dev.covenant.registry.pact;
