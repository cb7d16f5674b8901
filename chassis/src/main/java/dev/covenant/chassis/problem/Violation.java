package dev.covenant.chassis.problem;

/**
 * One broken rule of a request.
 *
 * @param field where: a path into the body such as {@code lines[0].quantity}, or the name of a parameter or header
 * @param rule what must hold there, to be read by a person
 */
public record Violation(String field, String rule) {}
