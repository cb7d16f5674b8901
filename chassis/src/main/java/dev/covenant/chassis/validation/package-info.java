/** Rules of requests that Jakarta Validation has no constraint for. */
package dev.covenant.chassis.validation;
