/** The real parts of Covenant on one machine: for running it, for developing a service, and for tests. */
package dev.covenant.devstack;
