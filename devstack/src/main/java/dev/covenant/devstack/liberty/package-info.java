/** Open Liberty servers: one process per server, from what a service's build prepared. */
package dev.covenant.devstack.liberty;
