/** What every provider's verification of contracts shares: where contracts come from, tokens, and what a broken one looks like. */
package dev.covenant.devstack.testing.contract;
