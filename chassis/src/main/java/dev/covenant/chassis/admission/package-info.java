/** How many requests are worked on at once: the others are refused before anything is done for them. */
package dev.covenant.chassis.admission;
