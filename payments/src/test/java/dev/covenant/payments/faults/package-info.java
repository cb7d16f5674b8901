/** Payments under faults on purpose: answers that are lost, late or crossed, processes that die or stand still. */
package dev.covenant.payments.faults;
