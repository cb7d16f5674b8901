package dev.covenant.payments.model;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Answer;
import dev.covenant.payments.testing.Eventually;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderBooks;

/** The real thing: commands go over HTTP, and the books are read where they are kept. For one thread. */
final class Service implements AutoCloseable {
    /** Long enough for the question to reach the provider, which will not answer it. */
    private static final Duration IMPATIENCE = Duration.ofMillis(200);

    private final List<PaymentsUnderTest> clients;
    private final Handle ours;
    private final Handle provider;

    Service(ServerUnderTest server) {
        clients = IntStream.range(0, RandomCommands.CLIENTS)
                .mapToObj(number -> PaymentsUnderTest.as("client-" + number, server))
                .toList();
        ours = Jdbi.create(server.owner()).open();
        provider = ProviderBooks.of(server).jdbi().open();
    }

    /** What it answers: status and fields, or status and problem. */
    String answer(Command command, Ids ids) {
        return ids.named(text(send(command, ids)), command.payment());
    }

    /** Returns when the settler has nothing left to do for these. */
    void awaitSettled(Ids ids) {
        for (var payment : ids.payments()) {
            if (isOpen(payment)) {
                Eventually.holds("the settler is done with " + payment, () -> !isOpen(payment));
            }
        }
    }

    /** All that is written down about a payment, here and at the provider. */
    String books(int client, int payment, Ids ids) {
        var id = ids.payment(payment);
        var books = "%s, ledger %s, provider %s %s"
                .formatted(text(clients.get(client).find(id)), ledger(id), entries(id), charge(id));
        return ids.named(books, payment);
    }

    @Override
    public void close() {
        ours.close();
        provider.close();
    }

    private Answer send(Command command, Ids ids) {
        var client = clients.get(command.client());
        var id = ids.payment(command.payment());
        return switch (command) {
            case Command.Authorize(var _, var _, var amount, var currency, var token) ->
                (token.equals("tok_no_answer") ? client.waiting(IMPATIENCE) : client)
                        .authorize(id, amount, currency, token);
            case Command.Capture _ -> client.capture(id);
            case Command.Cancel _ -> client.cancel(id);
            case Command.Refund(var _, var _, var refund, Long amount) ->
                amount == null
                        ? client.refundAll(id, ids.refund(refund))
                        : client.refund(id, ids.refund(refund), amount);
            case Command.Find _ -> client.find(id);
        };
    }

    private static String text(Answer answer) {
        if (answer.status() != 200) {
            return answer.problem();
        }
        var fields = new TreeMap<String, String>();
        answer.json()
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return "200 " + fields;
    }

    private boolean isOpen(UUID payment) {
        return ours.createQuery(
                        "SELECT EXISTS (SELECT FROM provider_attempt WHERE payment_id = :id AND state <> 'ANSWERED')")
                .bind("id", payment)
                .mapTo(Boolean.class)
                .one();
    }

    private List<String> ledger(UUID payment) {
        return ours
                .createQuery("SELECT concat_ws(' ', external_key, account, currency, amount) "
                        + "FROM journal JOIN posting USING (journal_id) WHERE payment_id = :id")
                .bind("id", payment)
                .mapTo(String.class)
                .stream()
                .sorted()
                .toList();
    }

    private List<String> entries(UUID payment) {
        return provider.createQuery(
                        "SELECT concat_ws(' ', kind, refund_id, amount) FROM entry WHERE charge_id = :id ORDER BY seq")
                .bind("id", payment.toString())
                .mapTo(String.class)
                .list();
    }

    private List<String> charge(UUID payment) {
        return provider.createQuery("SELECT concat_ws(' ', state, captured, refunded) FROM charge WHERE id = :id")
                .bind("id", payment.toString())
                .mapTo(String.class)
                .list();
    }
}
