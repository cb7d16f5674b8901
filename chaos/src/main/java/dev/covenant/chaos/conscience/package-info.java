/** Whether everything that customers were told is true, and every book agrees with every other. */
package dev.covenant.chaos.conscience;
