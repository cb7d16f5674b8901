/**
 * Stock levels and the movements that explain them. Always: 0 <= reserved <= onHand, and onHand is the sum of the applied
 * movements of the SKU.
 */
package dev.covenant.inventory.stock;
