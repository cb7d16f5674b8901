/** Who is told of what happens to contracts: written down with what happens, delivered until it is known, to allowed places only. */
package dev.covenant.registry.webhook;
