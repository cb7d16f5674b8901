-- What is over, the oldest first: after its time it is forgotten. What is in force is not in here.
CREATE INDEX reservation_over ON reservation (changed_at) WHERE state IN ('RELEASED', 'RETURNED', 'EXPIRED', 'REFUSED');
