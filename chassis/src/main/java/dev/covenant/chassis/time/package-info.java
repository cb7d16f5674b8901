/** The clock. */
package dev.covenant.chassis.time;
