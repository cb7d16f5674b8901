-- On which days (UTC) requests for an operation were counted, and until when it was announced to stay. That a day has no request in
-- superseded_use says that nobody asked only if it is among these.
CREATE TABLE superseded_counted (
    operation text NOT NULL,
    day       date NOT NULL,
    sunset    timestamptz NOT NULL,
    PRIMARY KEY (operation, day)
);

GRANT SELECT, INSERT, UPDATE ON superseded_counted TO "${runtime}";
GRANT SELECT ON superseded_counted TO "${auditor}";
