/** Measures what a stack bears: figures for the record, never a test. */
package dev.covenant.devstack.bench;
