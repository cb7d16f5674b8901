-- Who wants to be told of what. A pair is named, or chosen by labels, or left open; whoever is named and goes takes it along.
-- request: method, address, headers, body and credentials as JSON, sealed for this uuid: any part of it may hold a secret.
CREATE TABLE webhook (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Clients may choose it.
    uuid           text NOT NULL UNIQUE CHECK (length(uuid) BETWEEN 16 AND 255),
    description    text,
    consumer_id    bigint REFERENCES pacticipant ON DELETE CASCADE,
    consumer_label text CHECK (consumer_id IS NULL OR consumer_label IS NULL),
    provider_id    bigint REFERENCES pacticipant ON DELETE CASCADE,
    provider_label text CHECK (provider_id IS NULL OR provider_label IS NULL),
    events         text[] NOT NULL,
    enabled        boolean NOT NULL DEFAULT true,
    request        bytea NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_consumer ON webhook (consumer_id);
CREATE INDEX webhook_provider ON webhook (provider_id);

-- One request to be made, written in the transaction of what it tells. due_at: nobody touches it before. Whoever makes the request has
-- moved it to the end of the lease first; attempts tells that holder from a later one.
CREATE TABLE webhook_delivery (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uuid            uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    webhook_id      bigint NOT NULL REFERENCES webhook ON DELETE CASCADE,
    event           text NOT NULL,
    publication_id  bigint NOT NULL REFERENCES pact_publication ON DELETE CASCADE,
    -- NULL unless it tells a result.
    verification_id bigint REFERENCES verification ON DELETE CASCADE,
    -- JSON text: what the templates of the request stand for.
    parameters      text NOT NULL,
    state           text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DELIVERED', 'FAILED')),
    attempts        int NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL DEFAULT now(),
    created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (due_at) WHERE state = 'WAITING';
CREATE INDEX webhook_delivery_webhook ON webhook_delivery (webhook_id, id DESC);
CREATE INDEX webhook_delivery_publication ON webhook_delivery (publication_id);
CREATE INDEX webhook_delivery_verification ON webhook_delivery (verification_id);

-- What came of each attempt. One that is missing was cut off: the server died before it knew.
CREATE TABLE webhook_attempt (
    delivery_id bigint NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
    number      int NOT NULL,
    -- HTTP status; NULL when there was no answer, and then fault says why.
    status      int,
    fault       text,
    -- The beginning of the answer, without our secrets.
    response    text,
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (delivery_id, number)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON webhook, webhook_delivery, webhook_attempt TO "${runtime}";
GRANT SELECT ON webhook_delivery, webhook_attempt TO "${auditor}";
