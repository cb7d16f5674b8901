/** What must hold (the design's section 2), each as a pure function of what was read, under a name that stays. */
package dev.covenant.audit.checks;
