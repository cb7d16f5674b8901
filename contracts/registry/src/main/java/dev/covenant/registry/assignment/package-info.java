/** Which contracts a provider's build has to verify, and why: those that its selectors name, and work in progress. */
package dev.covenant.registry.assignment;
