/** All of Covenant on one machine: what runs, where, with which secrets, in which order. */
package dev.covenant.devstack.stack;
