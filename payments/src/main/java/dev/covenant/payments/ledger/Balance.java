package dev.covenant.payments.ledger;

/**
 * What stands on one account.
 *
 * @param account its code
 * @param balance signed minor units: the sum of its postings
 */
public record Balance(String currency, String account, long balance) {}
