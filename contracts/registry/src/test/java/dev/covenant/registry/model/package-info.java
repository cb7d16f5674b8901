/** Random histories, told to the registry and to a small model of the matrix; both are then asked the same questions. */
package dev.covenant.registry.model;
