package dev.covenant.devstack.stack;

import dev.covenant.devstack.Workspace;

/**
 * Which stack to run.
 *
 * @param ports where its parts listen
 * @param directory where it keeps its things
 * @param kept whether data outlives the run, durably, and the demo data is there; otherwise a throw-away for tests
 */
public record StackPlan(Workspace workspace, StackPorts ports, StackDirectory directory, boolean kept) {}
