/** Calls to others whose wait is bounded whatever the callee does. */
package dev.covenant.chassis.http;
