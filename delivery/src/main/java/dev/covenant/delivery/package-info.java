/** Ships one service alone: what to build, whether it may go, how it gets there without a lost request, and back. */
package dev.covenant.delivery;
