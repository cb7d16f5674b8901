/** What the tests of inventory share: its clients, its books, and time that passes at will. */
package dev.covenant.inventory.testing;
