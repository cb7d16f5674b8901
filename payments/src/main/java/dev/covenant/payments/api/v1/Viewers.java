package dev.covenant.payments.api.v1;

import dev.covenant.chassis.security.Caller;
import dev.covenant.payments.payment.Viewer;

/** A service sees its own payments, finance all. */
final class Viewers {
    private Viewers() {}

    static Viewer of(Caller caller) {
        return new Viewer(caller.subject(), caller.is(Roles.FINANCE));
    }
}
