/** Version 2 of inventory's REST API: stock by warehouse. What is not here has no other version than 1. */
package dev.covenant.inventory.api.v2;
