/** Customers who come at a constant rate, whatever becomes of those before, and what they were told. */
package dev.covenant.chaos.traffic;
