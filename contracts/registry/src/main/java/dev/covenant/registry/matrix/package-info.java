/** Which versions have been verified with which, and whether one can be deployed beside others. */
package dev.covenant.registry.matrix;
