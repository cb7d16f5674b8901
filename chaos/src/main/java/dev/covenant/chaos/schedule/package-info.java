/** When what is struck, and how: a pure function of the seed. */
package dev.covenant.chaos.schedule;
