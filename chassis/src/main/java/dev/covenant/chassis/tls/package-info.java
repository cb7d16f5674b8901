/** TLS of the calls that go out. */
package dev.covenant.chassis.tls;
