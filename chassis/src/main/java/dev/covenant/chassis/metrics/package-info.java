/** Metrics of what a service leans on: its database, without a query for each scrape, and the services that it calls. */
package dev.covenant.chassis.metrics;
