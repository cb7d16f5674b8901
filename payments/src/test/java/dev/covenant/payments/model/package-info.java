/**
 * Random sequences of all commands, on the real service and on a model that is small enough to be believed by reading it. Every answer
 * is compared, and at the end everything that is written down: payments, refunds, ledger and the provider's books.
 */
package dev.covenant.payments.model;
