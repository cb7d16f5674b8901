/**
 * Tells clients how payments ended that they were told were PENDING: a delivery is written with the outcome itself, and any replica
 * tells it until it is acknowledged.
 */
package dev.covenant.payments.outcome;
