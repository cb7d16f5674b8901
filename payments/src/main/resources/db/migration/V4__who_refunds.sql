-- Whose refund it is: finance refunds payments that it did not make. Null in refunds from before, which were those of the payment's client.
ALTER TABLE refund ADD COLUMN client text;
