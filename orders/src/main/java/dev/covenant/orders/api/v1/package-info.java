/** Version 1 of the REST API of orders: resources and the JSON that they speak. */
package dev.covenant.orders.api.v1;
