CREATE TABLE product (
    sku        text PRIMARY KEY CHECK (length(sku) BETWEEN 1 AND 64),
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    kind       text NOT NULL CHECK (kind IN ('PHYSICAL', 'DIGITAL')),
    price      bigint NOT NULL CHECK (price BETWEEN 1 AND 100000000000),
    currency   text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    version    bigint NOT NULL DEFAULT 1
);

-- What the customer sees. The status is one thing, how far the checkout has come another (checkout_saga).
CREATE TABLE customer_order (
    order_id         uuid PRIMARY KEY,
    customer         text NOT NULL,
    status           text NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED')),
    currency         text NOT NULL,
    total            bigint NOT NULL CHECK (total > 0),
    ending_type      text,
    ending_detail    text,
    cancel_requested boolean NOT NULL DEFAULT false,
    last_event       int NOT NULL DEFAULT 0,
    placed_at        timestamptz NOT NULL,
    confirmed_at     timestamptz,
    CHECK ((status IN ('REJECTED', 'CANCELLED')) = (ending_type IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX customer_order_newest ON customer_order (customer, order_id DESC);

-- Name, kind and price as they were when the order was placed.
CREATE TABLE order_line (
    order_id   uuid NOT NULL REFERENCES customer_order,
    line_no    int NOT NULL,
    sku        text NOT NULL,
    name       text NOT NULL,
    kind       text NOT NULL,
    quantity   int NOT NULL CHECK (quantity > 0),
    unit_price bigint NOT NULL CHECK (unit_price > 0),
    PRIMARY KEY (order_id, line_no)
);

-- Append-only, by privilege: what happened to an order, in order.
CREATE TABLE order_event (
    order_id    uuid NOT NULL REFERENCES customer_order,
    seq         int NOT NULL,
    type        text NOT NULL,
    payload     text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (order_id, seq)
);

-- direction changes once, before any effect that depends on it. Whoever holds the lease works; attempt tells apart two holds of one owner.
CREATE TABLE checkout_saga (
    order_id      uuid PRIMARY KEY REFERENCES customer_order,
    direction     text NOT NULL CHECK (direction IN ('FORWARD', 'PIVOTED', 'BACKWARD')),
    state         text NOT NULL CHECK (state IN ('RUNNING', 'DONE')),
    deadline      timestamptz NOT NULL,
    lease_owner   text,
    lease_until   timestamptz,
    attempt       bigint NOT NULL DEFAULT 0,
    due_at        timestamptz NOT NULL,
    failures      int NOT NULL DEFAULT 0,
    trace_context text,
    done_at       timestamptz
) WITH (fillfactor = 80);
CREATE INDEX checkout_saga_due ON checkout_saga (due_at) WHERE state = 'RUNNING';

-- Every id and request that the saga can ever send, fixed when it begins, so that each is sent byte for byte the same. The request
-- of AUTHORIZE is sealed (it holds the payment token) and goes when the payment is decided.
CREATE TABLE saga_step (
    order_id   uuid NOT NULL REFERENCES checkout_saga,
    step       text NOT NULL CHECK (step IN
                   ('RESERVE', 'AUTHORIZE', 'COMMIT', 'CAPTURE', 'RELEASE', 'RETURN', 'VOID', 'REFUND')),
    command_id uuid NOT NULL,
    request    bytea,
    state      text NOT NULL CHECK (state IN ('PLANNED', 'UNKNOWN', 'DONE', 'REFUSED')),
    outcome    text,
    detail     text,
    asked      int NOT NULL DEFAULT 0,
    PRIMARY KEY (order_id, step)
) WITH (fillfactor = 80);

-- One row per Idempotency-Key in use, written before its order, so that of two requests at once one finds the key taken. While nobody has answered, handled_until says whether somebody still may.
CREATE TABLE idempotency_key (
    subject       text NOT NULL,
    operation     text NOT NULL,
    key           text NOT NULL,
    fingerprint   text NOT NULL,
    order_id      uuid NOT NULL REFERENCES customer_order DEFERRABLE INITIALLY DEFERRED,
    handled_until timestamptz NOT NULL,
    answer_status int,
    answer_body   text,
    expires_at    timestamptz NOT NULL,
    PRIMARY KEY (subject, operation, key)
);
CREATE INDEX idempotency_key_expiry ON idempotency_key (expires_at);

GRANT SELECT, INSERT, UPDATE ON product, customer_order, checkout_saga, saga_step TO "${runtime}";
GRANT SELECT, INSERT ON order_line, order_event TO "${runtime}";
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO "${runtime}";
GRANT SELECT ON flyway_schema_history TO "${runtime}";
