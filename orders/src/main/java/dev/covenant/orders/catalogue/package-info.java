/** Products and their prices. An order copies both when it is placed; a later change does not reach it. */
package dev.covenant.orders.catalogue;
