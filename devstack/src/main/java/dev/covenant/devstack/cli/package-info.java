/** The verbs of {@code ./covenant}. Exit codes: 0 done, 1 not done or not ready, 2 wrong usage. */
package dev.covenant.devstack.cli;
