/** Whether chaos would notice: bugs planted on purpose, one at a time, in a clone that is thrown away. */
package dev.covenant.chaos.planted;
