/** Whether the last release can live on the schema that comes next: while a rollout is under way, and after a rollback. */
package dev.covenant.delivery.schema;
