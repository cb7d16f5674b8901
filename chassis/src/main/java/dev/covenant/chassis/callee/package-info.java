/**
 * What keeps a service in its bounds when one that it calls is down, slow or overloaded: a circuit per callee, and for each kind of
 * call its own bounded lane to it.
 */
package dev.covenant.chassis.callee;
