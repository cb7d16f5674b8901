/** The inventory service: how much of what there is, who holds some of it, and every movement that made it so. */
package dev.covenant.inventory;
