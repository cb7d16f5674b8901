/** One trace from the first request to the last step of what it caused, in spans and in every log line. */
package dev.covenant.chassis.telemetry;
