/** Environments on this machine, to try deployments and to prove them: replicas are processes behind an edge. */
package dev.covenant.delivery.local;
