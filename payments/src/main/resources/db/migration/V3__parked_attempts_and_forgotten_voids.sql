-- Since when an attempt counts as parked: tried so often without an answer that people were told. It is tried on; history once answered.
ALTER TABLE provider_attempt ADD COLUMN parked_at timestamptz;

-- Voids of ids never seen, by age.
CREATE INDEX payment_unseen_void ON payment (created_at) WHERE amount IS NULL;

-- The runtime role may delete nothing. This deletes for it what is only a memory, a void of an id never seen, and that only when it is
-- old: at least a day, whatever the caller says. Rows that somebody is just looking at wait for the next time.
CREATE FUNCTION forget_unseen_voids(keep_days int, most int) RETURNS int
    LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    WITH old AS MATERIALIZED (
        SELECT payment_id FROM payment
        WHERE amount IS NULL AND state = 'VOIDED' AND created_at < now() - make_interval(days => greatest(keep_days, 1))
            AND NOT EXISTS (SELECT FROM journal WHERE journal.payment_id = payment.payment_id)
            AND NOT EXISTS (SELECT FROM refund WHERE refund.payment_id = payment.payment_id)
            AND NOT EXISTS (SELECT FROM provider_attempt WHERE provider_attempt.payment_id = payment.payment_id)
        ORDER BY created_at LIMIT most FOR UPDATE OF payment SKIP LOCKED),
    forgotten AS (
        DELETE FROM payment USING old WHERE payment.payment_id = old.payment_id RETURNING payment.payment_id)
    SELECT count(*)::int FROM forgotten;
END;
REVOKE EXECUTE ON FUNCTION forget_unseen_voids FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_unseen_voids TO "${runtime}";
