/** Orders, as the client that is told outcomes. */
package dev.covenant.payments.client.orders;
