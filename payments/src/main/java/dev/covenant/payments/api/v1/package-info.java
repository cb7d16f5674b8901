/** Version 1 of payments' REST API: resources and the JSON that they speak. */
package dev.covenant.payments.api.v1;
