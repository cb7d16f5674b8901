-- Since when an attempt counts as parked: tried so often without an answer that people were told. It is tried on; history once answered.
ALTER TABLE provider_attempt ADD COLUMN parked_at timestamptz;
