/** The verb {@code covenant chaos}. */
package dev.covenant.chaos.cli;
