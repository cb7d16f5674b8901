-- The audit reads what happened, as a role of its own. It sees no request of a step (one holds the payment token) and no kept answer.
GRANT SELECT ON customer_order, order_line, order_event TO "${auditor}";
GRANT SELECT (order_id, direction, state, deadline, attempt, due_at, failures, trace_context, done_at) ON checkout_saga TO "${auditor}";
GRANT SELECT (order_id, step, command_id, state, outcome, detail, asked) ON saga_step TO "${auditor}";
GRANT SELECT (subject, operation, key, order_id, expires_at) ON idempotency_key TO "${auditor}";

-- From a reservation or a payment back to its order.
CREATE INDEX saga_step_command ON saga_step (command_id) WHERE step IN ('RESERVE', 'AUTHORIZE');
-- What ended since a time. BRIN: a few pages, and updates of a row stay on its page (HOT).
CREATE INDEX checkout_saga_done ON checkout_saga USING brin (done_at);
