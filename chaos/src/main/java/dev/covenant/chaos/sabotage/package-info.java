/** Strikes a stack as a schedule says, and makes it whole again. */
package dev.covenant.chaos.sabotage;
