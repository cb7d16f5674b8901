package dev.covenant.payments.payment;

import java.util.List;

import dev.covenant.payments.ledger.Journal;

/** A new state of a payment and what it does to the ledger; both are written or neither. */
record Change(Payment after, List<Journal> journals) {}
