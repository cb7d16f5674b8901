/** Version 1 of inventory's REST API: resources and the JSON that they speak. */
package dev.covenant.inventory.api.v1;
