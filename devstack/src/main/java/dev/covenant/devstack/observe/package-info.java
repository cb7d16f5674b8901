/** What watches a local stack: its traces, its metrics, and one order's story told from traces and logs. */
package dev.covenant.devstack.observe;
