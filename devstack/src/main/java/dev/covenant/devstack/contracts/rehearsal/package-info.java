/** Proofs by example, in a clone that is thrown away: broken providers are found, and branches hold each other up only where they must. */
package dev.covenant.devstack.contracts.rehearsal;
