/** What one process at a time has for itself: a service of an environment while it is changed, a tree while it is built. */
package dev.covenant.delivery.holds;
