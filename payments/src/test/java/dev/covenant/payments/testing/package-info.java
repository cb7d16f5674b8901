/** What the tests share: the service as its clients use it, its rows, and the simulated provider with its books, behind a proxy. */
package dev.covenant.payments.testing;
