/** Finishes what requests left open: it asks the provider until there is an answer, in every replica, without a leader. */
package dev.covenant.payments.settler;
