/** The provider's HTTP API behind the port: the only place that knows its paths, names and status codes. */
package dev.covenant.payments.provider.http;
