/** Amounts and the currencies that there are accounts for. */
package dev.covenant.payments.money;
