/** TCP ports of this machine: free ones, and who holds a taken one. */
package dev.covenant.devstack.ports;
