/**
 * The checkout: a saga that brings every placed order to an end, whoever dies on the way. {@link
 * dev.covenant.orders.checkout.CheckoutSaga} decides, {@link dev.covenant.orders.checkout.SagaProgress} writes, {@link
 * dev.covenant.orders.checkout.SagaRunner} asks the neighbours; request threads and the recovery worker go through the same three.
 */
package dev.covenant.orders.checkout;
