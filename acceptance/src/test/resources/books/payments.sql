CREATE OR REPLACE FUNCTION pg_temp.id(kind text, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex({base} + i), 12, '0') || '7' || kind || '8' || lpad(to_hex(i), 15, '0'))::uuid;

CREATE TEMPORARY TABLE placed ON COMMIT DROP AS
SELECT i, i % 5 AS kind, pg_temp.id('00c', i) AS payment_id, pg_temp.id('00d', i) AS refund_id,
    to_timestamp(({base} + i) / 1000.0) AS at, CASE i % 5 WHEN 1 THEN 1290 ELSE 3080 END AS amount
FROM generate_series({from}::bigint, {to}::bigint) AS i;

INSERT INTO payment (payment_id, client, state, currency, amount, fingerprint, decline_reason, authorized, captured, refunded, created_at,
    changed_at)
SELECT payment_id, 'orders', (ARRAY ['CAPTURED', 'CAPTURED', 'DECLINED', 'CAPTURED', 'VOIDED'])[kind + 1], 'EUR', amount, 'f',
    CASE kind WHEN 2 THEN 'card_expired' END, CASE kind WHEN 2 THEN 0 ELSE amount END, CASE WHEN kind IN (0, 1, 3) THEN amount ELSE 0 END,
    CASE kind WHEN 3 THEN amount ELSE 0 END, at, at
FROM placed;

INSERT INTO refund (refund_id, payment_id, amount, state, created_at, changed_at)
SELECT refund_id, payment_id, amount, 'SUCCEEDED', at, at FROM placed WHERE kind = 3;

INSERT INTO provider_attempt (attempt_key, payment_id, refund_id, operation, state, outcome, tries, due_at, created_at, changed_at)
SELECT payment_id || ':' || lower(operation), payment_id, NULL, operation, 'ANSWERED', 'said', 1, at, at, at
FROM placed, (VALUES ('AUTHORIZE', ARRAY [0, 1, 2, 3, 4]), ('CAPTURE', ARRAY [0, 1, 3]), ('VOID', ARRAY [4])) AS asked (operation, kinds)
WHERE kind = ANY(kinds)
UNION ALL
SELECT refund_id || ':refund', payment_id, refund_id, 'REFUND', 'ANSWERED', 'SUCCEEDED', 1, at, at, at FROM placed WHERE kind = 3;

CREATE TEMPORARY TABLE event (event text, kinds int[], account text, side int) ON COMMIT DROP;
INSERT INTO event VALUES
    ('authorize', '{0,1,3,4}', 'authorized', 1), ('authorize', '{0,1,3,4}', 'authorized-contra', -1),
    ('capture', '{0,1,3}', 'authorized-contra', 1), ('capture', '{0,1,3}', 'authorized', -1),
    ('capture', '{0,1,3}', 'provider-clearing', 1), ('capture', '{0,1,3}', 'sales', -1),
    ('void', '{4}', 'authorized-contra', 1), ('void', '{4}', 'authorized', -1),
    ('refund', '{3}', 'refunds', 1), ('refund', '{3}', 'provider-clearing', -1);

INSERT INTO journal (external_key, payment_id, recorded_at)
SELECT DISTINCT CASE event WHEN 'refund' THEN refund_id ELSE payment_id END || ':' || event, payment_id, at
FROM placed JOIN event ON kind = ANY(kinds) ORDER BY at;

INSERT INTO posting (journal_id, line, account, currency, amount)
SELECT journal_id, row_number() OVER (PARTITION BY journal_id), account, 'EUR', side * amount
FROM journal JOIN placed USING (payment_id) JOIN event ON split_part(external_key, ':', 2) = event;
