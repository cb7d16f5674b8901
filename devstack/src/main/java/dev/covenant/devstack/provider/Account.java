package dev.covenant.devstack.provider;

import java.util.List;

/** A charge as it stands, with all its refunds in the order of their ids. */
record Account(Charge charge, List<Refund> refunds) {}
