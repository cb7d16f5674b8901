/**
 * The payment provider as the domain sees it: a port that is keyed by our ids, and the attempts that are stored before each call, so
 * that no crash forgets what may have been asked.
 */
package dev.covenant.payments.provider;
