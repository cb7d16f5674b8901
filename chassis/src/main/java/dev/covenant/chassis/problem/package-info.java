/** RFC 9457 problem details: every error that leaves a service, and the mappers that make them. */
package dev.covenant.chassis.problem;
