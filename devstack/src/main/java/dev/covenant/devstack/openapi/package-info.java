/**
 * The APIs as documents: what each version of a service's API is, kept in contracts/openapi. Whether the running server still is what
 * the document says, whether a change breaks a version that is in use, and whether every contract fits.
 */
package dev.covenant.devstack.openapi;
