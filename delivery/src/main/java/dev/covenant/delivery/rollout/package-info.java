/** A deployment from the gate to the record, in whatever environment: what must hold after every way in which it can end. */
package dev.covenant.delivery.rollout;
