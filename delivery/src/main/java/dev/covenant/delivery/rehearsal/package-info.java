/** Tries deployments out on this machine, with real servers, a real registry and orders on the way, and measures them. */
package dev.covenant.delivery.rehearsal;
