/** Processes of the stack: started with an environment of their own, stopped without leaving any behind. */
package dev.covenant.devstack.process;
