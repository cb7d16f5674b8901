/** What the versions of inventory's REST API share: who may call, how parameters look, and what a version that is to go says. */
package dev.covenant.inventory.api;
