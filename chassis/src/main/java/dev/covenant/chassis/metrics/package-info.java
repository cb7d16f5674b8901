/** Figures of the database as metrics, without a query for each scrape. */
package dev.covenant.chassis.metrics;
