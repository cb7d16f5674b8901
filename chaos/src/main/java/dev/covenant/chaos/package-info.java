/** A run of chaos, from the start of its stack to its verdict. */
package dev.covenant.chaos;
