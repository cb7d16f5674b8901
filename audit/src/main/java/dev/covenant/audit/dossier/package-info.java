/** What all books together say of one order, and how it is read so that it can be judged while the services go on working. */
package dev.covenant.audit.dossier;
