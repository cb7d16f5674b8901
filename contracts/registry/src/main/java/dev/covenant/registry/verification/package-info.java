/** What came of verifying contracts with versions of their providers. */
package dev.covenant.registry.verification;
