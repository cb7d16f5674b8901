/** Single faults under steady traffic, each with a hypothesis and a bound for what customers notice of it. */
package dev.covenant.chaos.experiment;
