/** Measures the registry with as many rows as years of work leave behind. Figures, not tests: no build runs this by itself. */
package dev.covenant.registry.bench;
