package dev.covenant.payments.provider;

/** What stands for the customer's means of payment at the provider. It shows itself in no log. */
public record PaymentToken(String value) {
    @Override
    public String toString() {
        return "PaymentToken[...]";
    }
}
