/** SQL inside the container's transaction. */
package dev.covenant.chassis.database;
