package dev.covenant.registry.assignment;

import dev.covenant.registry.pact.Pact;

/** A contract that a selector found. */
record Selected(Pact pact, Reason reason) {}
