/** Faults between two parts, made from outside: a proxy that delays, stalls, resets, loses, holds and repeats. */
package dev.covenant.devstack.faults;
