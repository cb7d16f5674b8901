/** The anti-corruption layer to inventory: its reservations in the checkout's terms. */
package dev.covenant.orders.client.inventory;
