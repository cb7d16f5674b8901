/** The schema: the command that migrates it and the check that it is there. */
package dev.covenant.chassis.migrations;
