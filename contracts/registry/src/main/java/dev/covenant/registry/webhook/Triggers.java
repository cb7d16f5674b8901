package dev.covenant.registry.webhook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import dev.covenant.registry.pact.ContractPublished;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;
import dev.covenant.registry.verification.VerificationRecorded;
import dev.covenant.registry.verification.Verifications;

/** Writes down who is to be told of what happens, in the transaction in which it happens: both are there or neither. */
@ApplicationScoped
class Triggers {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Parameters parameters;
    private final AwaitingVersions awaitingVersions;
    private final Verifications verifications;
    private final Pacts pacts;

    @Inject
    Triggers(
            Webhooks webhooks,
            Deliveries deliveries,
            Parameters parameters,
            AwaitingVersions awaitingVersions,
            Verifications verifications,
            Pacts pacts) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.parameters = parameters;
        this.awaitingVersions = awaitingVersions;
        this.verifications = verifications;
        this.pacts = pacts;
    }

    void published(@Observes ContractPublished told) {
        var pact = told.contract().pact();
        var events =
                EnumSet.of(WebhookEvent.CONTRACT_PUBLISHED, WebhookEvent.CONTRACT_REQUIRING_VERIFICATION_PUBLISHED);
        if (told.contract().change().isPresent()) {
            events.add(WebhookEvent.CONTRACT_CONTENT_CHANGED);
        }
        var wanting = webhooks.wanting(events, pact);
        if (wanting.isEmpty()) {
            return;
        }
        var occasion = Occasion.of(pact, verifications.latest(pact));
        var all = new ArrayList<NewDelivery>();
        wanting.forEach((event, ids) -> {
            if (event == WebhookEvent.CONTRACT_REQUIRING_VERIFICATION_PUBLISHED) {
                awaitingVersions.of(pact).forEach(version -> all.addAll(tell(event, ids, occasion.awaiting(version))));
            } else {
                all.addAll(tell(event, ids, occasion));
            }
        });
        deliveries.add(all);
    }

    /** Once for each consumer version because of which the contract was handed out. */
    void verified(@Observes VerificationRecorded told) {
        var outcome = told.verification().success()
                ? WebhookEvent.PROVIDER_VERIFICATION_SUCCEEDED
                : WebhookEvent.PROVIDER_VERIFICATION_FAILED;
        var wanting = webhooks.wanting(EnumSet.of(WebhookEvent.PROVIDER_VERIFICATION_PUBLISHED, outcome), told.pact());
        if (wanting.isEmpty()) {
            return;
        }
        var all = new ArrayList<NewDelivery>();
        for (var pact : because(told)) {
            var occasion = Occasion.of(pact, Optional.of(told.verification()));
            wanting.forEach((event, ids) -> all.addAll(tell(event, ids, occasion)));
        }
        deliveries.add(all);
    }

    private List<Pact> because(VerificationRecorded told) {
        var found = pacts.withContent(told.pact().contentId(), told.consumerVersions());
        return found.isEmpty() ? List.of(told.pact()) : found;
    }

    private List<NewDelivery> tell(WebhookEvent event, List<Long> webhookIds, Occasion occasion) {
        Map<String, String> values = parameters.of(occasion);
        values.put(Parameters.EVENT, event.title());
        // Of a contract that was published, the result only fills in parameters.
        var result = event.tellsResult() ? occasion.verification().map(each -> each.id()) : Optional.<Long>empty();
        return webhookIds.stream()
                .map(id -> new NewDelivery(id, event, occasion.pact().id(), result.orElse(null), values))
                .toList();
    }
}
