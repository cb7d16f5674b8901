-- By the id of its payment, which is what payments tells an outcome under, an order is found at once.
CREATE UNIQUE INDEX saga_step_payment ON saga_step (command_id) WHERE step = 'AUTHORIZE';
