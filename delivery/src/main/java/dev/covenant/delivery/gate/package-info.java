/** The contract registry, as deployments need it: may this version go there, and what is there now. */
package dev.covenant.delivery.gate;
