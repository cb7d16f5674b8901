/** Environments, and what is in them: versions deployed to instances of an application, versions released to users. */
package dev.covenant.registry.environment;
