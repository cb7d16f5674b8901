/** Packages: what is built once for a version of a service, and runs in every environment as it is. */
package dev.covenant.delivery.packages;
