-- The audit reads what happened, as a role of its own. It sees neither the sealed token of a payment nor the fingerprint of its request.
GRANT SELECT (payment_id, client, state, currency, amount, decline_reason, authorized, captured, refunded, created_at, changed_at)
    ON payment TO "${auditor}";
GRANT SELECT ON refund, provider_attempt, journal, posting TO "${auditor}";

-- What changed since a time. BRIN: a few pages, and updates of a row stay on its page (HOT).
CREATE INDEX payment_changed ON payment USING brin (changed_at);
