/** The anti-corruption layer to payments: its payments in the checkout's terms. */
package dev.covenant.orders.client.payments;
