-- Stock. The counters are the hot rows: no index on them and room on the page, so that each update stays on its page (HOT).
-- How much may be received is limited by the statement that receives: pieces that come back are never refused.
CREATE TABLE stock_item (
    sku      text PRIMARY KEY CHECK (length(sku) BETWEEN 1 AND 64),
    on_hand  bigint NOT NULL DEFAULT 0,
    reserved bigint NOT NULL DEFAULT 0,
    CHECK (reserved BETWEEN 0 AND on_hand)
) WITH (fillfactor = 70);

-- Every change of on_hand, and every change that was refused: on_hand is the sum of the applied ones.
CREATE TABLE stock_movement (
    movement_id    uuid PRIMARY KEY,
    client         text NOT NULL,
    sku            text NOT NULL,
    type           text NOT NULL CHECK (type IN ('RECEIPT', 'ADJUSTMENT', 'SALE', 'RETURN')),
    quantity       bigint NOT NULL CHECK (quantity <> 0),
    reason         text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    reservation_id uuid,
    applied        boolean NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stock_movement_sku ON stock_movement (sku, recorded_at);

-- A reservation, also one that was refused, and one that was undone before it arrived (a tombstone: no expiry, no lines): what was
-- answered once stays the answer.
CREATE TABLE reservation (
    reservation_id uuid PRIMARY KEY,
    client         text NOT NULL,
    state          text NOT NULL CHECK (state IN ('HELD', 'COMMITTED', 'RELEASED', 'RETURNED', 'EXPIRED', 'REFUSED')),
    expires_at     timestamptz,
    created_at     timestamptz NOT NULL DEFAULT now(),
    changed_at     timestamptz NOT NULL DEFAULT now(),
    CHECK (expires_at IS NOT NULL OR state IN ('RELEASED', 'RETURNED'))
);
CREATE INDEX reservation_held ON reservation (expires_at) WHERE state = 'HELD';

-- available: what was left of it when it refused the reservation; NULL on every line that did not.
CREATE TABLE reservation_line (
    reservation_id uuid NOT NULL REFERENCES reservation ON DELETE CASCADE,
    sku            text NOT NULL,
    quantity       bigint NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
    available      bigint CHECK (available BETWEEN 0 AND quantity - 1),
    PRIMARY KEY (reservation_id, sku)
);
CREATE INDEX reservation_line_sku ON reservation_line (sku);

GRANT SELECT, INSERT, UPDATE ON stock_item TO "${runtime}";
-- A movement is history: only whether it was applied is decided after it is written.
GRANT SELECT, INSERT, UPDATE (applied) ON stock_movement TO "${runtime}";
GRANT SELECT, INSERT, UPDATE, DELETE ON reservation, reservation_line TO "${runtime}";
GRANT SELECT ON flyway_schema_history TO "${runtime}";
