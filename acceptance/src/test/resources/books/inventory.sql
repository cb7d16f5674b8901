CREATE OR REPLACE FUNCTION pg_temp.id(kind text, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex({base} + i), 12, '0') || '7' || kind || '8' || lpad(to_hex(i), 15, '0'))::uuid;

CREATE TEMPORARY TABLE placed ON COMMIT DROP AS
SELECT i, i % 5 AS kind, pg_temp.id('00b', i) AS reservation_id, to_timestamp(({base} + i) / 1000.0) AS at, 'MUG-' || i % 100 AS sku
FROM generate_series({from}::bigint, {to}::bigint) AS i WHERE i % 5 <> 1;

INSERT INTO reservation (reservation_id, client, state, expires_at, created_at, changed_at)
SELECT reservation_id, 'orders', (ARRAY ['COMMITTED', NULL, 'RELEASED', 'RETURNED', 'REFUSED'])[kind + 1], at + interval '10 min', at, at
FROM placed;

INSERT INTO reservation_line (reservation_id, sku, quantity, available)
SELECT reservation_id, sku, 2, CASE kind WHEN 4 THEN 1 END FROM placed;

INSERT INTO stock_movement (movement_id, client, sku, type, quantity, reason, reservation_id, applied, recorded_at)
SELECT pg_temp.id('00e', i), 'orders', sku, 'SALE', -2, 'reservation committed', reservation_id, true, at FROM placed WHERE kind IN (0, 3)
UNION ALL
SELECT pg_temp.id('00f', i), 'orders', sku, 'RETURN', 2, 'reservation returned', reservation_id, true, at FROM placed WHERE kind = 3
UNION ALL
SELECT gen_random_uuid(), 'mia', sku, 'RECEIPT', 1000000, 'Delivery', NULL, true, min(at) FROM placed GROUP BY sku;

INSERT INTO stock_item (sku, on_hand)
SELECT sku, sum(quantity) FROM stock_movement WHERE applied GROUP BY sku
ON CONFLICT (sku) DO UPDATE SET on_hand = excluded.on_hand;
