/** The anti-corruption layer to payments: its payments in the checkout's terms, its methods in the page's. */
package dev.covenant.orders.client.payments;
