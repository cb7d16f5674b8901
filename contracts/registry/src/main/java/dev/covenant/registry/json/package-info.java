/** JSON as contracts need it: every body is read as it is, limited, and can be spelled in one canonical way. */
package dev.covenant.registry.json;
