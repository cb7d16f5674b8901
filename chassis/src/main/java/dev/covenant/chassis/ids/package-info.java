/** UUIDv7 ids (RFC 9562), chosen by the caller before the call. */
package dev.covenant.chassis.ids;
