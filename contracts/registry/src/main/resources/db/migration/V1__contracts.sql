-- Who takes part in contracts: a consumer, a provider, or both.
CREATE TABLE pacticipant (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name           text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 255),
    display_name   text,
    repository_url text,
    main_branch    text,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE label (
    pacticipant_id bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    name           text NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (pacticipant_id, name)
);

-- A version's id is its place in the order: the later it was made known, the higher. "Latest" means the highest.
CREATE TABLE version (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pacticipant_id bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    number         text NOT NULL CHECK (length(number) BETWEEN 1 AND 255),
    build_url      text,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (pacticipant_id, number)
);
CREATE INDEX version_order ON version (pacticipant_id, id DESC);

-- The head is the version that was added last for the first time; publishing an old one again does not move it. NULL for a moment only:
-- whoever deletes versions or memberships names a new one, the highest that is left.
CREATE TABLE branch (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pacticipant_id  bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    head_version_id bigint REFERENCES version ON DELETE SET NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (pacticipant_id, name)
);
CREATE INDEX branch_head ON branch (head_version_id);

CREATE TABLE branch_version (
    branch_id  bigint NOT NULL REFERENCES branch ON DELETE CASCADE,
    version_id bigint NOT NULL REFERENCES version ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (branch_id, version_id)
);
CREATE INDEX branch_version_version ON branch_version (version_id);

CREATE TABLE tag (
    version_id     bigint NOT NULL REFERENCES version ON DELETE CASCADE,
    name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    -- The version's: the latest version of a pacticipant with a tag is one look into an index.
    pacticipant_id bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (version_id, name)
);
CREATE INDEX tag_name ON tag (pacticipant_id, name, version_id DESC);

-- That a consumer once had a contract with a provider.
CREATE TABLE integration (
    consumer_id  bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    provider_id  bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    -- When a contract between them was published last, or a verification of one.
    published_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer_id, provider_id)
);
CREATE INDEX integration_provider ON integration (provider_id);

-- What a contract says, once for all versions that say it. sha: of all that a verification depends on (dev.covenant.registry.pact.Content).
-- content: JSON text and not jsonb, which would forget order, spelling of numbers, and cannot hold the escaped NUL.
CREATE TABLE pact_content (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    provider_id bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    sha         text NOT NULL CHECK (length(sha) = 40),
    content     text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (consumer_id, provider_id, sha)
);
CREATE INDEX pact_content_provider ON pact_content (provider_id);

-- A consumer version's contract with a provider. Another content makes another revision; the current one counts, the others are history.
CREATE TABLE pact_publication (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id         bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    provider_id         bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    consumer_version_id bigint NOT NULL REFERENCES version ON DELETE CASCADE,
    content_id          bigint NOT NULL REFERENCES pact_content ON DELETE CASCADE,
    revision            int NOT NULL DEFAULT 1,
    current             boolean NOT NULL DEFAULT true,
    created_at          timestamptz NOT NULL DEFAULT now(),
    UNIQUE (consumer_version_id, provider_id, revision)
);
CREATE UNIQUE INDEX pact_publication_current ON pact_publication (consumer_version_id, provider_id) WHERE current;
CREATE INDEX pact_publication_pair ON pact_publication (provider_id, consumer_id, consumer_version_id DESC) WHERE current;
CREATE INDEX pact_publication_consumer ON pact_publication (consumer_id, consumer_version_id DESC) WHERE current;
CREATE INDEX pact_publication_content ON pact_publication (content_id);

-- What came of verifying a content with a provider version. All are kept, the latest of a content and a provider version is the truth.
CREATE TABLE verification (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id         bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    provider_id         bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    content_id          bigint NOT NULL REFERENCES pact_content ON DELETE CASCADE,
    provider_version_id bigint NOT NULL REFERENCES version ON DELETE CASCADE,
    success             boolean NOT NULL,
    latest              boolean NOT NULL DEFAULT true,
    -- Of work in progress: it counts for "pending", and does not end the progress.
    wip                 boolean NOT NULL DEFAULT false,
    build_url           text,
    -- JSON text, as it was sent.
    test_results        text,
    verified_by         text,
    created_at          timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX verification_latest ON verification (content_id, provider_version_id) WHERE latest;
CREATE INDEX verification_content ON verification (content_id, id DESC);
CREATE INDEX verification_provider_version ON verification (provider_version_id);
CREATE INDEX verification_pair ON verification (provider_id, consumer_id);

CREATE TABLE environment (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uuid         uuid NOT NULL UNIQUE,
    name         text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 255),
    display_name text,
    production   boolean NOT NULL,
    -- JSON text, as it was sent.
    contacts     text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now()
);

-- One version at a time is deployed to an instance of an application in an environment. No instance named is an instance of its own.
CREATE TABLE deployed_version (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uuid                 uuid NOT NULL UNIQUE,
    pacticipant_id       bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    version_id           bigint NOT NULL REFERENCES version ON DELETE CASCADE,
    environment_id       bigint NOT NULL REFERENCES environment ON DELETE CASCADE,
    application_instance text,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    undeployed_at        timestamptz
);
CREATE UNIQUE INDEX deployed_version_now ON deployed_version (environment_id, pacticipant_id, application_instance)
    NULLS NOT DISTINCT WHERE undeployed_at IS NULL;
CREATE INDEX deployed_version_version ON deployed_version (version_id);
CREATE INDEX deployed_version_pacticipant ON deployed_version (pacticipant_id);

-- Any number of released versions are supported side by side.
CREATE TABLE released_version (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uuid             uuid NOT NULL UNIQUE,
    pacticipant_id   bigint NOT NULL REFERENCES pacticipant ON DELETE CASCADE,
    version_id       bigint NOT NULL REFERENCES version ON DELETE CASCADE,
    environment_id   bigint NOT NULL REFERENCES environment ON DELETE CASCADE,
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    support_ended_at timestamptz,
    UNIQUE (version_id, environment_id)
);
CREATE INDEX released_version_now ON released_version (environment_id, pacticipant_id) WHERE support_ended_at IS NULL;
CREATE INDEX released_version_pacticipant ON released_version (pacticipant_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON pacticipant, label, version, branch, branch_version, tag, integration, pact_content,
    pact_publication, verification, environment, deployed_version, released_version TO "${runtime}";
GRANT SELECT ON pacticipant, label, version, branch, branch_version, tag, integration, pact_content, pact_publication, verification,
    environment, deployed_version, released_version TO "${auditor}";
GRANT SELECT ON flyway_schema_history TO "${runtime}";
