/**
 * Refunds of captured payments, whole or in part. An amount is reserved on the payment before the provider is asked, so that refunds
 * together never exceed what was captured; a refusal is remembered under its id.
 */
package dev.covenant.payments.refund;
