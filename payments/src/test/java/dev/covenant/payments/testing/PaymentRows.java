package dev.covenant.payments.testing;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import dev.covenant.chassis.secrets.Sealer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.money.Money;
import dev.covenant.payments.payment.PaymentState;

/** Writes payments' tables as their owner, as the service would have written them. @param client whose payments they are */
public record PaymentRows(Jdbi owner, String client) {
    private static final Sealer SEALER = new Sealer(ProviderSetup.ENCRYPTION_KEY);

    /** Payments of the service orders. */
    public static PaymentRows of(ServerUnderTest server) {
        return of(server, "orders");
    }

    public static PaymentRows of(ServerUnderTest server, String client) {
        return new PaymentRows(Jdbi.create(server.owner()), client);
    }

    /** A payment that came to this state by the given token; what is PENDING or VOIDING another replica is asking about. */
    public void payment(UUID id, PaymentState state, Money money, String token) {
        var authorized =
                switch (state) {
                    case PENDING, VOIDING, DECLINED -> 0;
                    case AUTHORIZED, VOIDED, CAPTURED, CAPTURE_REFUSED -> money.amount();
                };
        owner.useTransaction(handle -> {
            handle.createUpdate("""
                            INSERT INTO payment (payment_id, client, state, currency, amount, fingerprint, sealed_token,
                                decline_reason, authorized, captured, created_at, changed_at)
                            VALUES (:id, :client, :state, :currency, :amount, :fingerprint, :token,
                                :reason, :authorized, :captured, now(), now())""")
                    .bind("id", id)
                    .bind("client", client)
                    .bind("state", state)
                    .bindMethods(money)
                    .bind("fingerprint", fingerprint(id, money, token))
                    .bind("token", state == PaymentState.PENDING ? SEALER.seal(token, id.toString()) : null)
                    .bind("reason", state == PaymentState.DECLINED ? token.replace("tok_decline_", "") : null)
                    .bind("authorized", authorized)
                    .bind("captured", state == PaymentState.CAPTURED ? money.amount() : 0)
                    .execute();
            if (state == PaymentState.PENDING) {
                startedAttempt(handle, id, "AUTHORIZE", "10 s");
            } else if (state == PaymentState.VOIDING) {
                startedAttempt(handle, id, "VOID", "2 s");
            }
            if (authorized > 0) {
                journal(handle, id, "authorize", money, "authorized", "authorized-contra");
            }
            switch (state) {
                case VOIDED -> journal(handle, id, "void", money, "authorized-contra", "authorized");
                case CAPTURE_REFUSED ->
                    journal(handle, id, "capture-refused", money, "authorized-contra", "authorized");
                case CAPTURED -> journal(handle, id, "capture", money, "provider-clearing", "sales");
                default -> {}
            }
        });
    }

    /** As if it had never been, once nobody works on it any more. Only the owner can, and only by lifting the ledger's triggers. */
    public void remove(UUID id) {
        Eventually.holds("nothing is open", () -> openAttempts(id) == 0);
        owner.useTransaction(handle -> {
            handle.execute("ALTER TABLE posting DISABLE TRIGGER append_only");
            handle.execute("ALTER TABLE journal DISABLE TRIGGER append_only");
            handle.execute(
                    "DELETE FROM posting USING journal WHERE posting.journal_id = journal.journal_id AND payment_id = ?",
                    id);
            for (var table : new String[] {"journal", "provider_attempt", "outcome_delivery", "refund", "payment"}) {
                handle.execute("DELETE FROM " + table + " WHERE payment_id = ?", id);
            }
            handle.execute("ALTER TABLE posting ENABLE TRIGGER append_only");
            handle.execute("ALTER TABLE journal ENABLE TRIGGER append_only");
        });
    }

    /** The state of the delivery of its outcome; none when there is nobody to tell, or nothing. */
    public List<String> deliveries(UUID id) {
        return ofDelivery(String.class, "state", id);
    }

    public int deliveryTries(UUID id) {
        return ofDelivery(Integer.class, "tries", id).stream().findFirst().orElse(0);
    }

    public boolean isDeliveryParked(UUID id) {
        return ofDelivery(Boolean.class, "parked_at IS NOT NULL", id).contains(true);
    }

    /** As if it had waited for a month. */
    public void deliveryIsOld(UUID id) {
        owner.useHandle(handle -> handle.execute(
                "UPDATE outcome_delivery SET created_at = now() - interval '1 month' WHERE payment_id = ?", id));
    }

    private <T> List<T> ofDelivery(Class<T> type, String what, UUID id) {
        return owner.withHandle(
                handle -> handle.select("SELECT " + what + " FROM outcome_delivery WHERE payment_id = ?", id)
                        .mapTo(type)
                        .list());
    }

    /** That and no other one in this currency. */
    public void onlyWayToPay(String currency, String method, String name) {
        owner.useTransaction(handle -> {
            handle.execute("DELETE FROM payment_method WHERE currency = ?", currency);
            handle.execute(
                    "INSERT INTO payment_method SELECT max(payment_method_id) + 1, ?, ?, ? FROM payment_method",
                    currency,
                    method,
                    name);
        });
    }

    public int openAttempts(UUID payment) {
        return owner.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM provider_attempt WHERE payment_id = :id AND state <> 'ANSWERED'")
                .bind("id", payment)
                .mapTo(Integer.class)
                .one());
    }

    /** How often the provider was asked about it, by whatever command was the last. */
    public int tries(UUID payment) {
        return owner.withHandle(handle -> handle.createQuery(
                        "SELECT tries FROM provider_attempt WHERE payment_id = :id ORDER BY created_at DESC LIMIT 1")
                .bind("id", payment)
                .mapTo(Integer.class)
                .one());
    }

    /** Whether something about it has had no answer for so long that people were told. */
    public boolean isParked(UUID payment) {
        return owner.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM provider_attempt "
                        + "WHERE payment_id = :id AND state <> 'ANSWERED' AND parked_at IS NOT NULL)")
                .bind("id", payment)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether somebody's transaction waits for another one to end. */
    public boolean somebodyWaits() {
        return owner.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid')")
                .mapTo(Boolean.class)
                .one());
    }

    /** The keys of its journals, in the order in which they were written. */
    public List<String> journals(UUID payment) {
        return owner.withHandle(handle -> handle.createQuery(
                        "SELECT external_key FROM journal WHERE payment_id = :id ORDER BY journal_id")
                .bind("id", payment)
                .mapTo(String.class)
                .list());
    }

    /** Its token as it would be after the service was given another key, or the right one again. */
    public void sealToken(UUID payment, String token, String key) {
        var sealed = new Sealer(key).seal(token, payment.toString());
        owner.useHandle(
                handle -> handle.execute("UPDATE payment SET sealed_token = ? WHERE payment_id = ?", sealed, payment));
    }

    public boolean keepsToken(UUID payment) {
        return owner.withHandle(
                handle -> handle.createQuery("SELECT sealed_token IS NOT NULL FROM payment WHERE payment_id = :id")
                        .bind("id", payment)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Whoever was asking the provider is not heard of again. */
    public void leaseEnds(UUID payment) {
        owner.useHandle(
                handle -> handle.execute("UPDATE provider_attempt SET due_at = now() WHERE payment_id = ?", payment));
    }

    private static void startedAttempt(Handle handle, UUID payment, String operation, String lease) {
        handle.execute(
                "INSERT INTO provider_attempt (attempt_key, payment_id, operation, state, tries, due_at, created_at, "
                        + "changed_at) VALUES (?, ?, ?, 'STARTED', 1, now() + ?::interval, now(), now())",
                payment + ":" + operation.toLowerCase(Locale.ROOT),
                payment,
                operation,
                lease);
    }

    private static void journal(
            Handle handle, UUID payment, String operation, Money money, String debit, String credit) {
        var journal = handle.createQuery("INSERT INTO journal (external_key, payment_id, recorded_at) "
                        + "VALUES (:key, :payment, now()) RETURNING journal_id")
                .bind("key", payment + ":" + operation)
                .bind("payment", payment)
                .mapTo(Long.class)
                .one();
        posting(handle, journal, 1, debit, money.currency(), money.amount());
        posting(handle, journal, 2, credit, money.currency(), -money.amount());
    }

    private static void posting(Handle handle, long journal, int line, String account, String currency, long amount) {
        handle.execute("INSERT INTO posting VALUES (?, ?, ?, ?, ?)", journal, line, account, currency, amount);
    }

    private static String fingerprint(UUID id, Money money, String token) {
        var content = String.join("\n", id.toString(), Long.toString(money.amount()), money.currency(), token);
        return HexFormat.of().formatHex(SEALER.fingerprint(content));
    }
}
