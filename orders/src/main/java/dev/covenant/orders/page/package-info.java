/**
 * The checkout page: what a customer is shown before ordering. Prices are our own; stock and the ways to pay are asked of the neighbours,
 * and when one is silent the page shows what it said last, and for how long it has been silent. Nothing here decides about an order.
 */
package dev.covenant.orders.page;
