/** The payments service: money of orders at a payment provider, refunds, and the double-entry ledger that explains both. */
package dev.covenant.payments;
