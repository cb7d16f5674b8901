-- Stock lies in warehouses. MAIN has no rows of its own: what is on hand and not elsewhere lies in MAIN. So the release before, which
-- knows of no warehouse, still runs: whatever it moves, it moves in MAIN, and where MAIN has too little the check stops it.
ALTER TABLE stock_item ADD COLUMN elsewhere bigint NOT NULL DEFAULT 0;
ALTER TABLE stock_item ADD CONSTRAINT stock_item_elsewhere CHECK (elsewhere BETWEEN 0 AND on_hand);

-- What lies in the others: elsewhere is the sum of these. Whoever changes one has locked its stock_item before.
CREATE TABLE stock_elsewhere (
    sku       text NOT NULL CHECK (length(sku) BETWEEN 1 AND 64),
    warehouse text NOT NULL CHECK (warehouse <> 'MAIN' AND length(warehouse) BETWEEN 1 AND 16),
    on_hand   bigint NOT NULL CHECK (on_hand >= 0),
    PRIMARY KEY (sku, warehouse)
) WITH (fillfactor = 70);

ALTER TABLE stock_movement ADD COLUMN warehouse text NOT NULL DEFAULT 'MAIN' CHECK (length(warehouse) BETWEEN 1 AND 16);

-- Who still asks for what is to go: requests for an operation, by client and day (UTC).
CREATE TABLE superseded_use (
    operation text NOT NULL,
    client    text NOT NULL,
    day       date NOT NULL,
    requests  bigint NOT NULL CHECK (requests > 0),
    PRIMARY KEY (operation, client, day)
);

GRANT SELECT, INSERT, UPDATE ON stock_elsewhere, superseded_use TO "${runtime}";
GRANT SELECT ON stock_elsewhere, superseded_use TO "${auditor}";
