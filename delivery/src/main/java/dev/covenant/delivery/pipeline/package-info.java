/** The way of a commit to production, stage by stage, each with its time: what Jenkins runs, a person runs too. */
package dev.covenant.delivery.pipeline;
