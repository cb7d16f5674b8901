/** What the tests of the registry share: its clients and the contracts that they publish. */
package dev.covenant.registry.testing;
