/** The audit: reads every book there is, changes none, and says where they break a promise or disagree. */
package dev.covenant.audit;
