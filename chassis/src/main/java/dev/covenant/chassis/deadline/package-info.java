/** How long the caller will still wait: the Covenant-Deadline-Ms header. */
package dev.covenant.chassis.deadline;
