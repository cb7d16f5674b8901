-- The provider's books. Run at every start, so each statement must bear being run again.

CREATE TABLE IF NOT EXISTS charge (
    -- Byte order, so that a page of ids continues where the last one ended on every machine.
    id             text COLLATE "C" PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    amount         bigint NOT NULL CHECK (amount > 0),
    currency       text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    token          text   NOT NULL,
    state          text   NOT NULL CHECK (state IN ('AUTHORIZED', 'DECLINED', 'CAPTURED', 'VOIDED', 'CAPTURE_REFUSED')),
    captured       bigint NOT NULL,
    refunded       bigint NOT NULL,
    decline_reason text,
    CONSTRAINT captured_within_amount CHECK (captured BETWEEN 0 AND amount),
    CONSTRAINT refunded_within_captured CHECK (refunded BETWEEN 0 AND captured),
    CONSTRAINT money_only_when_captured CHECK ((state = 'CAPTURED') = (captured > 0)),
    CONSTRAINT declined_for_a_reason CHECK ((state = 'DECLINED') = (decline_reason IS NOT NULL))
);

CREATE TABLE IF NOT EXISTS refund (
    charge_id text COLLATE "C" NOT NULL REFERENCES charge,
    id        text COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
    amount    bigint NOT NULL CHECK (amount > 0),
    state     text   NOT NULL CHECK (state IN ('SUCCEEDED', 'FAILED')),
    reason    text,
    PRIMARY KEY (charge_id, id),
    CONSTRAINT failed_for_a_reason CHECK ((state = 'FAILED') = (reason IS NOT NULL))
);

-- What happened, in order. charge and refund say how things stand; this says how they came to.
CREATE TABLE IF NOT EXISTS entry (
    seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    charge_id text COLLATE "C" NOT NULL REFERENCES charge,
    refund_id text COLLATE "C",
    kind      text   NOT NULL,
    amount    bigint NOT NULL CHECK (amount > 0),
    FOREIGN KEY (charge_id, refund_id) REFERENCES refund,
    -- Nothing happens twice, whatever the code above believes.
    CONSTRAINT each_thing_once UNIQUE NULLS NOT DISTINCT (charge_id, refund_id, kind),
    CONSTRAINT known_kind CHECK (
        CASE WHEN refund_id IS NULL
            THEN kind IN ('AUTHORIZED', 'DECLINED', 'CAPTURED', 'VOIDED', 'CAPTURE_REFUSED')
            ELSE kind IN ('REFUND_SUCCEEDED', 'REFUND_FAILED')
        END)
);

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: it is append-only', TG_OP, TG_TABLE_NAME;
END
$$;

CREATE OR REPLACE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
