/** Who still uses operations that a later version replaces, so that it is known when they may go. */
package dev.covenant.chassis.superseded;
