package dev.covenant.payments.money;

/**
 * An amount of money to pay, more than none.
 *
 * @param amount minor units (cents), 1 to {@link #MOST}
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {
    /** Far above any order, far below where sums of a bigint end. */
    public static final long MOST = 1_000_000_000_000L;

    public Money {
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("Not an amount to pay: " + amount);
        }
    }

    /** Another amount in the same currency. */
    public Money of(long other) {
        return new Money(other, currency);
    }
}
