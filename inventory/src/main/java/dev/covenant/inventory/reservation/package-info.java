/**
 * Reservations: stock promised to a client under an id that the client chose. Each command is done once whatever is sent twice, at once
 * or too late; what was answered once stays the answer. Always: what a SKU has reserved is the sum of the lines of HELD reservations.
 */
package dev.covenant.inventory.reservation;
