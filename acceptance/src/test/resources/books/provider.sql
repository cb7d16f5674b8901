CREATE OR REPLACE FUNCTION pg_temp.id(kind text, i bigint) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex({base} + i), 12, '0') || '7' || kind || '8' || lpad(to_hex(i), 15, '0'))::uuid::text;

CREATE TEMPORARY TABLE placed ON COMMIT DROP AS
SELECT i, i % 5 AS kind, pg_temp.id('00c', i) AS id, pg_temp.id('00d', i) AS refund_id, CASE i % 5 WHEN 1 THEN 1290 ELSE 3080 END AS amount
FROM generate_series({from}::bigint, {to}::bigint) AS i;

INSERT INTO charge (id, amount, currency, token, state, captured, refunded, decline_reason)
SELECT id, amount, 'EUR', 'tok_approve', (ARRAY ['CAPTURED', 'CAPTURED', 'DECLINED', 'CAPTURED', 'VOIDED'])[kind + 1],
    CASE WHEN kind IN (0, 1, 3) THEN amount ELSE 0 END, CASE kind WHEN 3 THEN amount ELSE 0 END, CASE kind WHEN 2 THEN 'card_expired' END
FROM placed;

INSERT INTO refund (charge_id, id, amount, state)
SELECT id, refund_id, amount, 'SUCCEEDED' FROM placed WHERE kind = 3;
