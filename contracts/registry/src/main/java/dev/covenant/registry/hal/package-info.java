/** Documents in HAL, the media type of the Pact Broker: what links to what, at the address by which the client came. */
package dev.covenant.registry.hal;
