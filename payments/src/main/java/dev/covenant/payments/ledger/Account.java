package dev.covenant.payments.ledger;

/** The accounts of each currency. */
public enum Account {
    /** What customers' banks hold for us: authorized and neither captured nor given up. */
    AUTHORIZED("authorized"),
    /** The other side of {@link #AUTHORIZED}, so that a promise moves no real money. */
    AUTHORIZED_CONTRA("authorized-contra"),
    /** What the provider owes us. */
    PROVIDER_CLEARING("provider-clearing"),
    SALES("sales"),
    REFUNDS("refunds");

    private final String code;

    Account(String code) {
        this.code = code;
    }

    /** Its name in the database and in the API. */
    public String code() {
        return code;
    }
}
