/**
 * The double-entry ledger. Each event of a payment or refund writes one journal in the transaction that changes its state; journals
 * sum to zero per currency and are never changed, which the database itself enforces.
 */
package dev.covenant.payments.ledger;
