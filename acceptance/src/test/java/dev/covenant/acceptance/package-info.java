/** Journeys across the services, told as a customer or a merchandiser would, and checked against every book there is. */
package dev.covenant.acceptance;
