CREATE OR REPLACE FUNCTION pg_temp.id(kind text, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex({base} + i), 12, '0') || '7' || kind || '8' || lpad(to_hex(i), 15, '0'))::uuid;

CREATE TEMPORARY TABLE placed ON COMMIT DROP AS
SELECT i, i % 5 AS kind, pg_temp.id('00a', i) AS order_id, to_timestamp(({base} + i) / 1000.0) AS at, 'customer-' || i % 1000 AS customer
FROM generate_series({from}::bigint, {to}::bigint) AS i;

INSERT INTO customer_order (order_id, customer, status, currency, total, ending_type, ending_detail, placed_at, confirmed_at)
SELECT order_id, customer, (ARRAY ['CONFIRMED', 'CONFIRMED', 'REJECTED', 'CANCELLED', 'REJECTED'])[kind + 1], 'EUR',
    CASE kind WHEN 1 THEN 1290 ELSE 3080 END,
    (ARRAY [NULL, NULL, 'payment-declined', 'cancelled-by-customer', 'insufficient-stock'])[kind + 1], CASE WHEN kind > 1 THEN 'So it is.' END,
    at, CASE WHEN kind IN (0, 1, 3) THEN at END
FROM placed;

INSERT INTO order_line (order_id, line_no, sku, name, kind, quantity, unit_price)
SELECT order_id, 1, 'EBOOK', 'E-book', 'DIGITAL', 1, CASE kind WHEN 1 THEN 1290 ELSE 500 END FROM placed
UNION ALL
SELECT order_id, 2, 'MUG-' || i % 100, 'Mug', 'PHYSICAL', 2, 1290 FROM placed WHERE kind <> 1;

INSERT INTO checkout_saga (order_id, direction, state, deadline, attempt, due_at, done_at)
SELECT order_id, CASE WHEN kind IN (2, 4) THEN 'BACKWARD' ELSE 'PIVOTED' END, 'DONE', at + interval '5 min', 1, at, at FROM placed;

INSERT INTO saga_step (order_id, step, command_id, state, asked)
SELECT order_id, step, pg_temp.id(which, i), CASE WHEN kind = ANY(done) THEN 'DONE' ELSE 'PLANNED' END, 1
FROM placed, (VALUES
    ('RESERVE', '00b', ARRAY [0, 2, 3]), ('COMMIT', '00b', ARRAY [0, 3]), ('RELEASE', '00b', ARRAY [2]), ('RETURN', '00b', ARRAY [3]),
    ('AUTHORIZE', '00c', ARRAY [0, 1, 3, 4]), ('CAPTURE', '00c', ARRAY [0, 1, 3]), ('VOID', '00c', ARRAY [4]), ('REFUND', '00d', ARRAY [3])
) AS steps (step, which, done)
WHERE kind <> 1 OR which <> '00b';

INSERT INTO order_event (order_id, seq, type, payload, recorded_at)
SELECT order_id, seq, type, '{}', at
FROM placed JOIN (VALUES
    (0, ARRAY ['order-placed', 'stock-reserved', 'payment-authorized', 'stock-committed', 'order-confirmed', 'payment-captured',
        'checkout-finished']),
    (1, ARRAY ['order-placed', 'payment-authorized', 'order-confirmed', 'payment-captured', 'checkout-finished']),
    (2, ARRAY ['order-placed', 'stock-reserved', 'payment-refused', 'order-rejected', 'stock-released', 'checkout-finished']),
    (3, ARRAY ['order-placed', 'stock-reserved', 'payment-authorized', 'stock-committed', 'order-confirmed', 'payment-captured',
        'checkout-finished', 'payment-refunded', 'stock-returned', 'order-cancelled', 'checkout-finished']),
    (4, ARRAY ['order-placed', 'payment-authorized', 'stock-refused', 'order-rejected', 'payment-voided', 'checkout-finished'])
) AS told (kind, types) USING (kind), unnest(types) WITH ORDINALITY AS events (type, seq);

UPDATE customer_order o SET last_event = (ARRAY [7, 5, 6, 11, 6])[kind + 1] FROM placed WHERE placed.order_id = o.order_id;

INSERT INTO idempotency_key (subject, operation, key, fingerprint, order_id, handled_until, answer_status, answer_body, expires_at)
SELECT customer, 'place-order', 'key-' || i, 'f', order_id, at, 201, '{}', at + interval '1 day' FROM placed;
