/**
 * Orders as customers see them: lines with the prices of the moment, a status, and the log of what happened. A status only changes in
 * a transaction of the checkout.
 */
package dev.covenant.orders.order;
