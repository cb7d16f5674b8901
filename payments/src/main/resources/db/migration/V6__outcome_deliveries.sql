-- How payments ended that were PENDING when their client asked, and whether he knows. Written in the transaction that settles, one for
-- a payment, because it settles once. One that is WAITING is told when it is due: then nobody is just telling it, or whoever was is gone.
CREATE TABLE outcome_delivery (
    payment_id    uuid PRIMARY KEY REFERENCES payment,
    status        text NOT NULL CHECK (status IN ('AUTHORIZED', 'DECLINED')),
    reason        text,
    state         text NOT NULL CHECK (state IN ('WAITING', 'ACKNOWLEDGED', 'NOT_KNOWN', 'GIVEN_UP')),
    tries         int NOT NULL DEFAULT 0,
    -- What came last in the place of an acknowledgement, for people.
    trouble       text,
    due_at        timestamptz NOT NULL,
    parked_at     timestamptz,
    trace_context text CHECK (length(trace_context) <= 200),
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    CONSTRAINT declined_for_a_reason CHECK ((status = 'DECLINED') = (reason IS NOT NULL))
);
CREATE INDEX outcome_delivery_due ON outcome_delivery (due_at) WHERE state = 'WAITING';

GRANT SELECT, INSERT, UPDATE ON outcome_delivery TO "${runtime}";
