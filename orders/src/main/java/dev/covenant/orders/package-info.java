/** The orders service: what is sold and for how much, what customers ordered, and the checkout that brings each order to an end. */
package dev.covenant.orders;
