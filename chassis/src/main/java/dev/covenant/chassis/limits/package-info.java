/** Limits on what a request may bring. */
package dev.covenant.chassis.limits;
