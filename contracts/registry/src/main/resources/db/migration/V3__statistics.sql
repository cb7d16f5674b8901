-- A consumer has contracts with few of all providers. Taken for independent of each other, the planner would expect far fewer contracts of a pair
-- than there are, and read all of them where an index knows the one that is meant.
CREATE STATISTICS pact_publication_pairs (ndistinct) ON provider_id, consumer_id FROM pact_publication;
CREATE STATISTICS pact_content_pairs (ndistinct) ON provider_id, consumer_id FROM pact_content;
CREATE STATISTICS verification_pairs (ndistinct) ON provider_id, consumer_id FROM verification;
