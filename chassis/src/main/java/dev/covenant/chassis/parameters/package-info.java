/** Parameters of requests, and what callers know them by. */
package dev.covenant.chassis.parameters;
