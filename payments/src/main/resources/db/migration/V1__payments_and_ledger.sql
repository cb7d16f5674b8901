CREATE TABLE currency (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z]{3}$')
);
INSERT INTO currency VALUES ('CHF'), ('EUR'), ('GBP'), ('USD');

CREATE TABLE payment_method (
    payment_method_id int PRIMARY KEY,
    currency          text NOT NULL REFERENCES currency,
    method            text NOT NULL,
    name              text NOT NULL,
    UNIQUE (currency, method)
);
INSERT INTO payment_method VALUES
    (1, 'CHF', 'card', 'Card'),
    (2, 'EUR', 'card', 'Card'),
    (3, 'EUR', 'sepa-debit', 'SEPA direct debit'),
    (4, 'GBP', 'card', 'Card'),
    (5, 'USD', 'card', 'Card');

-- A payment, also one that was voided before it arrived: that one has no amount. Amounts are minor units.
CREATE TABLE payment (
    payment_id     uuid PRIMARY KEY,
    client         text NOT NULL,
    state          text NOT NULL CHECK (state IN
                       ('PENDING', 'AUTHORIZED', 'DECLINED', 'VOIDING', 'VOIDED', 'CAPTURED', 'CAPTURE_REFUSED')),
    currency       text REFERENCES currency,
    amount         bigint CHECK (amount BETWEEN 1 AND 1000000000000),
    -- Of the whole request, keyed, so that it tells nothing about the token.
    fingerprint    text,
    -- Only as long as authorize may have to be sent again.
    sealed_token   bytea,
    decline_reason text,
    authorized     bigint NOT NULL DEFAULT 0,
    captured       bigint NOT NULL DEFAULT 0,
    -- Refunds that have not failed, unfinished ones included.
    refunded       bigint NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    CONSTRAINT requested_or_tombstone CHECK (num_nulls(currency, amount, fingerprint) IN (0, 3)),
    CONSTRAINT tombstone_is_voided CHECK (amount IS NOT NULL OR state = 'VOIDED'),
    CONSTRAINT authorized_whole CHECK (authorized IN (0, amount)),
    CONSTRAINT captured_at_most_authorized CHECK (captured BETWEEN 0 AND authorized),
    CONSTRAINT refunded_at_most_captured CHECK (refunded BETWEEN 0 AND captured),
    CONSTRAINT captured_when_captured CHECK ((state = 'CAPTURED') = (captured > 0)),
    CONSTRAINT declined_for_a_reason CHECK ((state = 'DECLINED') = (decline_reason IS NOT NULL)),
    CONSTRAINT token_while_pending CHECK (state <> 'PENDING' OR sealed_token IS NOT NULL),
    CONSTRAINT no_token_once_answered CHECK (sealed_token IS NULL OR state IN ('PENDING', 'VOIDING'))
);

-- A refund; one that asked for more than was left is kept as well, so that a late duplicate of it pays nothing out.
CREATE TABLE refund (
    refund_id  uuid PRIMARY KEY,
    payment_id uuid NOT NULL REFERENCES payment,
    -- As asked for: without an amount it was all that remained.
    requested  bigint CHECK (requested BETWEEN 1 AND 1000000000000),
    amount     bigint CHECK (amount > 0),
    state      text NOT NULL CHECK (state IN ('PENDING', 'SUCCEEDED', 'FAILED', 'REFUSED')),
    reason     text,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT amount_unless_refused CHECK ((state = 'REFUSED') = (amount IS NULL)),
    CONSTRAINT failed_for_a_reason CHECK ((state = 'FAILED') = (reason IS NOT NULL))
);
CREATE INDEX refund_payment ON refund (payment_id);

-- What was or may have been asked of the provider; committed before each call. One that is not ANSWERED is taken up by the
-- settler when it is due: STARTED ones then have outlived their lease, UNKNOWN ones their pause.
CREATE TABLE provider_attempt (
    attempt_key text PRIMARY KEY,
    payment_id  uuid NOT NULL REFERENCES payment,
    refund_id   uuid REFERENCES refund,
    operation   text NOT NULL CHECK (operation IN ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND')),
    state       text NOT NULL CHECK (state IN ('STARTED', 'ANSWERED', 'UNKNOWN')),
    outcome     text,
    tries       int NOT NULL CHECK (tries > 0),
    due_at      timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT refund_of_a_refund CHECK ((operation = 'REFUND') = (refund_id IS NOT NULL)),
    CONSTRAINT outcome_when_answered CHECK ((state = 'ANSWERED') = (outcome IS NOT NULL))
);
CREATE INDEX provider_attempt_due ON provider_attempt (due_at) WHERE state <> 'ANSWERED';
-- One errand at a time for a payment, so that two never pull it in two directions; and one for each refund.
CREATE UNIQUE INDEX provider_attempt_open ON provider_attempt (payment_id, refund_id) NULLS NOT DISTINCT
    WHERE state <> 'ANSWERED';

-- The ledger. Signed minor units: positive is debit, negative is credit.
CREATE TABLE account (
    account  text NOT NULL CHECK (account IN ('authorized', 'authorized-contra', 'provider-clearing', 'sales', 'refunds')),
    currency text NOT NULL REFERENCES currency,
    PRIMARY KEY (account, currency)
);
INSERT INTO account
SELECT name, code
FROM currency, unnest(ARRAY ['authorized', 'authorized-contra', 'provider-clearing', 'sales', 'refunds']) AS name;

CREATE TABLE journal (
    journal_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    external_key text NOT NULL UNIQUE,
    payment_id   uuid NOT NULL REFERENCES payment,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX journal_payment ON journal (payment_id);

CREATE TABLE posting (
    journal_id bigint NOT NULL REFERENCES journal,
    line       smallint NOT NULL,
    account    text NOT NULL,
    currency   text NOT NULL,
    amount     bigint NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (journal_id, line),
    FOREIGN KEY (account, currency) REFERENCES account
);

CREATE FUNCTION check_journal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM posting WHERE journal_id = NEW.journal_id) < 2 THEN
        RAISE EXCEPTION 'journal % has fewer than two postings', NEW.journal_id USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM posting WHERE journal_id = NEW.journal_id GROUP BY currency HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'journal % does not sum to zero in each currency', NEW.journal_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
-- Deferred, because a journal is whole only at commit. On the journal too: one without postings has no row there to check.
CREATE CONSTRAINT TRIGGER journal_is_whole AFTER INSERT ON journal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_journal();
CREATE CONSTRAINT TRIGGER posting_leaves_journal_whole AFTER INSERT ON posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_journal();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: the ledger is append-only', TG_OP, TG_TABLE_NAME;
END
$$;
-- Whoever has the privilege, the owner included. They raise, since a change that is silently dropped hides a bug.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT ON currency, payment_method, account TO "${runtime}";
GRANT SELECT, INSERT, UPDATE ON payment, refund, provider_attempt TO "${runtime}";
GRANT SELECT, INSERT ON journal, posting TO "${runtime}";
GRANT SELECT ON flyway_schema_history TO "${runtime}";
