/** Who may do what: read, write, administer; by basic authentication or by a token of the issuer. */
package dev.covenant.registry.access;
