/**
 * Payments and their life: authorized, captured or voided, each once. What the provider says decides; what it has not said is
 * unknown, and is asked again by the payment's id. Always: refunded <= captured <= authorized <= amount.
 */
package dev.covenant.payments.payment;
