/** A customer of the local stack: looks at products, places an order, listens to what becomes of it. */
package dev.covenant.devstack.shop;
