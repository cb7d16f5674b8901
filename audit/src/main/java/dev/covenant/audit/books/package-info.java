/**
 * The four books as they are: what the audit knows of each service's tables, and of the provider's API, stands here and nowhere else.
 * Records hold what was read and judge nothing. States are text, so that one which a newer service has added is no fault.
 */
package dev.covenant.audit.books;
