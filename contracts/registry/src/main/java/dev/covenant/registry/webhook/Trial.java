package dev.covenant.registry.webhook;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.registry.verification.Verifications;

/**
 * Makes a webhook's request now, as it would be made for the latest contract that it is about, and for that contract's latest result;
 * before there is one, each parameter stands for its own name. Once, and nothing is written down.
 */
@ApplicationScoped
public class Trial {
    private static final String EVENT = "test";

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final Verifications verifications;
    private final Parameters parameters;
    private final Sender sender;

    @Inject
    public Trial(
            Transactions transactions,
            Webhooks webhooks,
            Verifications verifications,
            Parameters parameters,
            Sender sender) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.verifications = verifications;
        this.parameters = parameters;
        this.sender = sender;
    }

    /** Waits for the answer, no longer than any request of a webhook may take; holds no transaction meanwhile. */
    public Outcome of(Webhook webhook) {
        var values = transactions.run(() -> values(webhook));
        return webhook.request()
                .map(request -> sender.send(request, values, UUID.randomUUID().toString())
                        .join())
                .orElseGet(() -> Outcome.fault("not sent: the request was sealed with another key"));
    }

    private Map<String, String> values(Webhook webhook) {
        var values = webhooks.latestContractFor(webhook)
                .map(pact -> parameters.of(Occasion.of(pact, verifications.latest(pact))))
                .orElseGet(Parameters::unknown);
        values.put(Parameters.EVENT, EVENT);
        return values;
    }
}
