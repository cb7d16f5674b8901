/** What git says: which version a service is, and which services a range of commits touches. */
package dev.covenant.delivery.source;
