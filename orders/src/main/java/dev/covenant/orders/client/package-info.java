/** What the clients of both neighbours share: a call with a service token and a bounded wait. */
package dev.covenant.orders.client;
