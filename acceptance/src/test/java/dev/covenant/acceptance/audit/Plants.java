package dev.covenant.acceptance.audit;

import java.util.stream.Stream;

import static dev.covenant.acceptance.audit.Plant.plant;

/** For each check something that it alone must find. Numbers: see {@link GeneratedBooks}. */
final class Plants {
    private static final long CONFIRMED = 10;
    private static final long DIGITAL = 11;
    private static final long DECLINED = 12;
    private static final long CANCELLED = 13;
    private static final long SHORT = 14;

    private Plants() {}

    static Stream<Plant> all() {
        return Stream.of(ofOrders(), ofEvents(), ofStock(), ofPayments(), ofProvider(), ofEnds(), ofOwners())
                .flatMap(plants -> plants);
    }

    /** What is wrong only when nothing may be under way. */
    static Stream<Plant> unsettled() {
        return Stream.of(
                plant("a saga that still runs", DIGITAL, "saga-is-done").orders("""
                        UPDATE checkout_saga SET state = 'RUNNING' WHERE order_id = '{order}'"""),
                plant("a question without an answer", DECLINED, "provider-has-answered")
                        .payments("""
                        UPDATE provider_attempt SET state = 'UNKNOWN', outcome = NULL
                        WHERE payment_id = '{payment}' AND operation = 'AUTHORIZE'"""));
    }

    private static Stream<Plant> ofOrders() {
        return Stream.of(
                plant("an order without a saga", DIGITAL, "order-has-saga").orders("""
                        INSERT INTO customer_order (order_id, customer, status, currency, total, placed_at)
                        VALUES (gen_random_uuid(), 'ann', 'PENDING', 'EUR', 100, now());
                        INSERT INTO order_line (order_id, line_no, sku, name, kind, quantity, unit_price)
                        SELECT order_id, 1, 'EBOOK', 'E-book', 'DIGITAL', 1, 100 FROM customer_order WHERE total = 100"""),
                plant("a line that became dearer", CONFIRMED, "total-is-sum-of-lines")
                        .orders("""
                        UPDATE order_line SET unit_price = unit_price + 1 WHERE order_id = '{order}' AND line_no = 1"""),
                plant("a rejected order whose saga passed the pivot", SHORT, "status-fits-direction")
                        .orders("""
                        UPDATE checkout_saga SET direction = 'PIVOTED' WHERE order_id = '{order}'"""),
                plant("a capture of another payment", DIGITAL, "steps-agree-on-ids")
                        .orders("""
                        UPDATE saga_step SET command_id = gen_random_uuid() WHERE order_id = '{order}' AND step = 'CAPTURE'"""),
                plant("a key that leads to another customer's order", CONFIRMED, "key-leads-to-order")
                        .orders("""
                        UPDATE idempotency_key SET subject = 'eve' WHERE order_id = '{order}'"""),
                plant("a key that leads nowhere", CONFIRMED, "key-leads-to-order")
                        .orders("""
                        ALTER TABLE idempotency_key DROP CONSTRAINT IF EXISTS idempotency_key_order_id_fkey;
                        UPDATE idempotency_key SET order_id = gen_random_uuid() WHERE order_id = '{order}'"""));
    }

    private static Stream<Plant> ofEvents() {
        return Stream.of(
                plant("an event that is missing in the middle", CONFIRMED, "events-without-gaps")
                        .orders("""
                        DELETE FROM order_event WHERE order_id = '{order}' AND seq = 3"""),
                plant("an event that is missing at the end", SHORT, "events-without-gaps")
                        .orders("""
                        UPDATE customer_order SET last_event = last_event + 1 WHERE order_id = '{order}'"""),
                plant("an order confirmed twice", CONFIRMED, "confirmed-at-most-once")
                        .orders("""
                        UPDATE order_event SET type = 'order-confirmed' WHERE order_id = '{order}' AND seq = 2"""),
                plant("a rejection that nobody was told", DECLINED, "status-was-told")
                        .orders("""
                        UPDATE order_event SET type = 'note' WHERE order_id = '{order}' AND type = 'order-rejected'"""),
                plant("a rejected order that was told to be confirmed", DECLINED, "status-was-told")
                        .orders("""
                        UPDATE order_event SET type = 'order-confirmed' WHERE order_id = '{order}' AND seq = 2"""),
                plant("an end that nobody was told", CONFIRMED, "end-was-told").orders("""
                        UPDATE order_event SET type = 'note' WHERE order_id = '{order}' AND seq = 7"""),
                plant("an end that was told twice", CONFIRMED, "end-told-once").orders("""
                        UPDATE order_event SET type = 'checkout-finished' WHERE order_id = '{order}' AND seq = 6"""));
    }

    private static Stream<Plant> ofStock() {
        return Stream.of(
                plant("a hold of nothing", CONFIRMED, "reservation-has-lines").inventory("""
                        INSERT INTO reservation (reservation_id, client, state, expires_at)
                        VALUES (gen_random_uuid(), 'other', 'HELD', now())"""),
                plant("a committed reservation that never left the house", CONFIRMED, "reservation-matches-movements")
                        .inventory("""
                        DELETE FROM stock_movement WHERE reservation_id = '{reservation}';
                        INSERT INTO stock_movement (movement_id, client, sku, type, quantity, reason, applied)
                        VALUES (gen_random_uuid(), 'mia', '{sku}', 'ADJUSTMENT', -2, 'Miscounted', true)"""),
                plant("a sale for a reservation that is not there", CONFIRMED, "movement-has-reservation")
                        .inventory("""
                        INSERT INTO stock_movement (movement_id, client, sku, type, quantity, reason, reservation_id, applied)
                        VALUES (gen_random_uuid(), 'orders', '{sku}', 'SALE', -2, 'x', gen_random_uuid(), true);
                        UPDATE stock_item SET on_hand = on_hand - 2 WHERE sku = '{sku}'"""),
                plant("more reserved than there is", CONFIRMED, "stock-in-bounds")
                        .inventory("""
                        ALTER TABLE stock_item DROP CONSTRAINT IF EXISTS stock_item_check;
                        INSERT INTO reservation (reservation_id, client, state, expires_at)
                        VALUES ('{refund}', 'other', 'HELD', now());
                        INSERT INTO reservation_line (reservation_id, sku, quantity) VALUES ('{refund}', 'RARE', 2);
                        INSERT INTO stock_item (sku, on_hand, reserved) VALUES ('RARE', 1, 2);
                        INSERT INTO stock_movement (movement_id, client, sku, type, quantity, reason, applied)
                        VALUES (gen_random_uuid(), 'mia', 'RARE', 'RECEIPT', 1, 'Delivery', true)"""),
                plant("a piece that nobody delivered", CONFIRMED, "stock-matches-movements")
                        .inventory("""
                        UPDATE stock_item SET on_hand = on_hand + 1 WHERE sku = '{sku}'"""),
                plant("a movement of something that is not in stock", CONFIRMED, "stock-matches-movements")
                        .inventory("""
                        INSERT INTO stock_movement (movement_id, client, sku, type, quantity, reason, applied)
                        VALUES (gen_random_uuid(), 'mia', 'NOWHERE', 'RECEIPT', 1, 'Delivery', true)"""),
                plant("a piece that is reserved for nobody", CONFIRMED, "reserved-matches-holds")
                        .inventory("""
                        UPDATE stock_item SET reserved = reserved + 1 WHERE sku = '{sku}'"""),
                plant("pieces elsewhere that lie in no warehouse", CONFIRMED, "warehouses-match-stock")
                        .inventory("""
                        UPDATE stock_item SET elsewhere = elsewhere + 1 WHERE sku = '{sku}'"""),
                plant("pieces that nobody brought to their warehouse", CONFIRMED, "warehouses-match-movements")
                        .inventory("""
                        UPDATE stock_item SET elsewhere = elsewhere + 1 WHERE sku = '{sku}';
                        INSERT INTO stock_elsewhere (sku, warehouse, on_hand) VALUES ('{sku}', 'NORTH', 1)"""),
                plant("a sale to nobody", CONFIRMED, "sales-name-reservations").inventory("""
                        INSERT INTO stock_movement (movement_id, client, sku, type, quantity, reason, applied)
                        VALUES (gen_random_uuid(), 'orders', '{sku}', 'SALE', -2, 'x', true);
                        UPDATE stock_item SET on_hand = on_hand - 2 WHERE sku = '{sku}'"""));
    }

    private static Stream<Plant> ofPayments() {
        return Stream.of(
                plant("a capture of less than was authorized", DIGITAL, "amounts-in-bounds")
                        .payments("""
                        UPDATE payment SET captured = captured - 1 WHERE payment_id = '{payment}'"""),
                plant("refunded without a refund", DIGITAL, "refunds-add-up").payments("""
                        UPDATE payment SET refunded = 100 WHERE payment_id = '{payment}'"""),
                plant("a payment that waits for an answer that nobody asks for", DIGITAL, "open-work-is-asked")
                        .payments("""
                        INSERT INTO payment (payment_id, client, state, currency, amount, fingerprint, sealed_token, created_at, changed_at)
                        VALUES (gen_random_uuid(), 'other', 'PENDING', 'EUR', 100, 'f', '', now(), now())"""),
                plant("a refund that waits for an answer that nobody asks for", DIGITAL, "open-work-is-asked")
                        .payments("""
                        INSERT INTO refund (refund_id, payment_id, amount, state, created_at, changed_at)
                        VALUES (gen_random_uuid(), '{payment}', 100, 'PENDING', now(), now());
                        UPDATE payment SET refunded = 100 WHERE payment_id = '{payment}'"""),
                plant("a journal that does not sum to zero", DIGITAL, "journals-balance", "trial-balance-is-zero")
                        .payments("""
                        ALTER TABLE posting DISABLE TRIGGER posting_leaves_journal_whole;
                        INSERT INTO posting (journal_id, line, account, currency, amount)
                        SELECT journal_id, 9, 'sales', 'EUR', -1 FROM journal WHERE external_key = '{payment}:capture';
                        ALTER TABLE posting ENABLE TRIGGER posting_leaves_journal_whole"""),
                plant("a declined payment in the ledger", DECLINED, "journals-match-payment")
                        .payments("""
                        INSERT INTO journal (external_key, payment_id, recorded_at) VALUES ('{payment}:authorize', '{payment}', now());
                        INSERT INTO posting (journal_id, line, account, currency, amount)
                        SELECT journal_id, line, account, 'EUR', amount
                        FROM journal, (VALUES (1, 'authorized', 3080), (2, 'authorized-contra', -3080)) AS p (line, account, amount)
                        WHERE payment_id = '{payment}'"""),
                plant("a balanced journal on the wrong accounts", DECLINED, "journals-match-payment")
                        .payments("""
                        INSERT INTO refund (refund_id, payment_id, state, created_at, changed_at)
                        VALUES (gen_random_uuid(), '{payment}', 'REFUSED', now(), now());
                        INSERT INTO journal (external_key, payment_id, recorded_at)
                        SELECT refund_id || ':refund', '{payment}', now() FROM refund WHERE payment_id = '{payment}';
                        INSERT INTO posting (journal_id, line, account, currency, amount)
                        SELECT journal_id, line, account, 'EUR', amount
                        FROM journal, (VALUES (1, 'sales', 5), (2, 'refunds', -5)) AS p (line, account, amount)
                        WHERE payment_id = '{payment}'"""));
    }

    private static Stream<Plant> ofProvider() {
        return Stream.of(
                plant("an id under which the provider has two charges", DECLINED, "charged-at-most-once")
                        .provider("""
                        ALTER TABLE charge DROP CONSTRAINT IF EXISTS charge_pkey CASCADE;
                        INSERT INTO charge SELECT id, amount, currency, 'again', state, captured, refunded, decline_reason
                        FROM charge WHERE id = '{payment}'"""),
                plant("a charge of which payments knows nothing", DIGITAL, "charge-has-payment")
                        .provider("""
                        INSERT INTO charge (id, amount, currency, token, state, captured, refunded)
                        VALUES ('{refund}', 100, 'EUR', 't', 'AUTHORIZED', 0, 0)"""),
                plant("a charge under an id that we never gave", DIGITAL, "charge-has-payment")
                        .provider("""
                        INSERT INTO charge (id, amount, currency, token, state, captured, refunded)
                        VALUES ('who-knows', 100, 'EUR', 't', 'AUTHORIZED', 0, 0)"""),
                plant("a voided payment that the provider still holds", SHORT, "charge-matches-payment")
                        .provider("""
                        UPDATE charge SET state = 'AUTHORIZED' WHERE id = '{payment}'"""),
                plant(
                                "a captured payment of another amount",
                                DIGITAL,
                                "charge-matches-payment",
                                "clearing-matches-provider")
                        .provider("""
                        UPDATE charge SET amount = amount - 1, captured = captured - 1 WHERE id = '{payment}'"""),
                plant(
                                "a captured payment unknown to the provider",
                                DIGITAL,
                                "charge-matches-payment",
                                "clearing-matches-provider")
                        .provider("DELETE FROM charge WHERE id = '{payment}'"),
                plant("a refund that the provider paid under another id", CANCELLED, "refunds-match-provider")
                        .provider("""
                        UPDATE refund SET id = 'other' WHERE charge_id = '{payment}'"""));
    }

    private static Stream<Plant> ofEnds() {
        return Stream.of(
                plant("a confirmed order whose hold expired", CONFIRMED, "confirmed-has-its-stock")
                        .inventory("""
                        UPDATE reservation SET state = 'EXPIRED' WHERE reservation_id = '{reservation}';
                        DELETE FROM stock_movement WHERE reservation_id = '{reservation}';
                        UPDATE stock_item SET on_hand = on_hand + 2 WHERE sku = '{sku}'"""),
                plant("a confirmed order whose payment was voided", SHORT, "confirmed-is-paid")
                        .orders("""
                        UPDATE customer_order SET status = 'CONFIRMED', ending_type = NULL WHERE order_id = '{order}';
                        UPDATE checkout_saga SET direction = 'PIVOTED' WHERE order_id = '{order}';
                        UPDATE order_event SET type = 'order-confirmed' WHERE order_id = '{order}' AND type = 'order-rejected';
                        UPDATE order_line SET kind = 'DIGITAL' WHERE order_id = '{order}';
                        DELETE FROM saga_step WHERE order_id = '{order}' AND command_id = '{reservation}'""")
                        .inventory("DELETE FROM reservation WHERE reservation_id = '{reservation}'"),
                plant("a rejected order that still holds stock", DECLINED, "ended-holds-no-stock")
                        .inventory("""
                        UPDATE reservation SET state = 'HELD' WHERE reservation_id = '{reservation}';
                        UPDATE stock_item SET reserved = reserved + 2 WHERE sku = '{sku}'"""),
                plant("a rejected order with money still held", DECLINED, "ended-holds-no-money")
                        .payments("""
                        UPDATE payment SET state = 'AUTHORIZED', authorized = amount, decline_reason = NULL
                        WHERE payment_id = '{payment}';
                        INSERT INTO journal (external_key, payment_id, recorded_at) VALUES ('{payment}:authorize', '{payment}', now());
                        INSERT INTO posting (journal_id, line, account, currency, amount)
                        SELECT journal_id, line, account, 'EUR', amount
                        FROM journal, (VALUES (1, 'authorized', 3080), (2, 'authorized-contra', -3080)) AS p (line, account, amount)
                        WHERE payment_id = '{payment}'""")
                        .provider(
                                "UPDATE charge SET state = 'AUTHORIZED', decline_reason = NULL WHERE id = '{payment}'"),
                plant("money taken before the pivot", DIGITAL, "nothing-before-decision")
                        .orders("""
                        UPDATE customer_order SET status = 'PENDING' WHERE order_id = '{order}';
                        UPDATE order_event SET type = 'note' WHERE order_id = '{order}' AND type = 'order-confirmed';
                        UPDATE checkout_saga SET direction = 'FORWARD', state = 'RUNNING', done_at = NULL WHERE order_id = '{order}'"""));
    }

    private static Stream<Plant> ofOwners() {
        return Stream.of(
                plant("a reservation for no order", CONFIRMED, "reservation-has-order")
                        .inventory("""
                        INSERT INTO reservation (reservation_id, client, state, expires_at)
                        VALUES ('{refund}', 'orders', 'REFUSED', now());
                        INSERT INTO reservation_line (reservation_id, sku, quantity, available) VALUES ('{refund}', '{sku}', 2, 0)"""),
                plant("a payment for no order", CONFIRMED, "payment-has-order").payments("""
                        INSERT INTO payment (payment_id, client, state, created_at, changed_at)
                        VALUES (gen_random_uuid(), 'orders', 'VOIDED', now(), now())"""),
                plant("a payment for two orders", DECLINED, "ids-name-one-order")
                        .orders("""
                        DROP INDEX IF EXISTS saga_step_payment;
                        INSERT INTO customer_order (order_id, customer, status, currency, total, placed_at)
                        VALUES ('{refund}', 'ann', 'PENDING', 'EUR', 3080, now());
                        INSERT INTO order_line (order_id, line_no, sku, name, kind, quantity, unit_price)
                        VALUES ('{refund}', 1, 'EBOOK', 'E-book', 'DIGITAL', 1, 3080);
                        INSERT INTO checkout_saga (order_id, direction, state, deadline, due_at)
                        VALUES ('{refund}', 'FORWARD', 'RUNNING', now(), now());
                        INSERT INTO saga_step (order_id, step, command_id, state)
                        VALUES ('{refund}', 'AUTHORIZE', '{payment}', 'PLANNED')"""),
                plant("a reservation of more than was ordered", SHORT, "reservation-is-the-orders")
                        .inventory("""
                        UPDATE reservation_line SET quantity = 3 WHERE reservation_id = '{reservation}'"""),
                plant("a payment of more than the total", DECLINED, "payment-is-the-orders")
                        .payments("UPDATE payment SET amount = amount + 1 WHERE payment_id = '{payment}'")
                        .provider("UPDATE charge SET amount = amount + 1 WHERE id = '{payment}'"));
    }
}
