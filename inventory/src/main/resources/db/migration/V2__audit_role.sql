-- The audit reads what happened, as a role of its own.
GRANT SELECT ON stock_item, stock_movement, reservation, reservation_line TO "${auditor}";

-- From a reservation to what moved because of it.
CREATE INDEX stock_movement_reservation ON stock_movement (reservation_id) WHERE reservation_id IS NOT NULL;
-- What changed since a time. BRIN: a few pages, and updates of a row stay on its page (HOT).
CREATE INDEX stock_movement_recorded ON stock_movement USING brin (recorded_at);
CREATE INDEX reservation_changed ON reservation USING brin (changed_at);
