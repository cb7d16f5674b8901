/** What the OpenAPI documents of all services have in common. */
package dev.covenant.chassis.openapi;
