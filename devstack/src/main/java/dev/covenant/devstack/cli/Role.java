package dev.covenant.devstack.cli;

import java.util.Locale;

/** Who a person can be. */
enum Role {
    CUSTOMER,
    MERCHANDISER,
    FINANCE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
