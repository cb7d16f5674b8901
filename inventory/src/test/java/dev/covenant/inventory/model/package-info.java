/**
 * Random sequences of all commands, on the real service and on a model that is small enough to be believed by reading it. Every answer
 * is compared, and at the end every level and every reservation.
 */
package dev.covenant.inventory.model;
