package dev.covenant.payments.payment;

/**
 * Who looks at payments.
 *
 * @param client sees the payments that he made himself
 * @param seesAll sees everybody's
 */
public record Viewer(String client, boolean seesAll) {}
