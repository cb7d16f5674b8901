/** The anti-corruption layer to inventory: its reservations in the checkout's terms, its stock in the page's. */
package dev.covenant.orders.client.inventory;
