/** The audit on real books: what it must find, and that it finds nothing where nothing is wrong, however busy the services are. */
package dev.covenant.acceptance.audit;
