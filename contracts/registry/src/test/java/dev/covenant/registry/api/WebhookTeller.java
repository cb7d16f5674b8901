package dev.covenant.registry.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Receiver;
import dev.covenant.registry.testing.Registry;

import static dev.covenant.registry.testing.Publications.json;
import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A consumer and a provider about whose contracts a receiver wants to be told. The provider's name needs care in JSON. */
record WebhookTeller(Registry registry, Receiver receiver, String consumer, String provider) {

    static WebhookTeller of(Registry registry, Receiver receiver) {
        var teller = new WebhookTeller(
                registry, receiver, Registry.newName("Shop"), Registry.newName("\"Store\" \\ & more"));
        registry.put("pacticipants/%s", teller.consumer);
        registry.put("pacticipants/%s", teller.provider);
        return teller;
    }

    /** For the pair, with a body of all that the parameters say. */
    ServiceAnswer wants(String... events) {
        var parameters = Stream.of(
                        "eventName",
                        "consumerName",
                        "providerName",
                        "consumerVersionNumber",
                        "providerVersionNumber",
                        "providerVersionDescriptions",
                        "githubVerificationStatus",
                        "pactUrl")
                .collect(HashMap::new, (all, name) -> all.put(name, "${pactbroker." + name + "}"), HashMap::putAll);
        return create(Map.of("url", receiver.url(), "body", parameters), events);
    }

    ServiceAnswer create(Map<String, ?> request, String... events) {
        return registry.send(
                "POST",
                Registry.at("webhooks/provider/%s/consumer/%s", provider, consumer),
                json(Map.of("events", names(events), "request", request)));
    }

    ServiceAnswer change(ServiceAnswer webhook, Map<String, ?> request) {
        var body =
                Map.of("request", request, "consumer", Map.of("name", consumer), "provider", Map.of("name", provider));
        return registry.send("PUT", "webhooks/" + webhook.text("uuid"), json(body));
    }

    ServiceAnswer publish(String version, String description) {
        return registry.publish(consumer, version, provider, pact(consumer, provider, description));
    }

    ServiceAnswer verify(String version, String providerVersion, boolean success) {
        return registry.verify(consumer, version, provider, providerVersion, success);
    }

    /** State and number of attempts of all that the webhook was told or is still to be told, the latest first. */
    List<String> told(ServiceAnswer webhook) {
        return list(webhook.text("/_links/pb:triggered-webhooks/href"));
    }

    List<String> list(String href) {
        return registry.send("GET", href, null).json().at("/_embedded/triggeredWebhooks").values().stream()
                .map(each -> each.get("eventName").asString() + " "
                        + each.get("status").asString() + " " + each.get("attemptsMade"))
                .toList();
    }

    /** Until nothing is left to be told; then it is what {@link #told} says. */
    List<String> toldInTheEnd(ServiceAnswer webhook, int deliveries) {
        await().untilAsserted(() -> assertThat(told(webhook))
                .hasSize(deliveries)
                .noneMatch(each -> each.contains("not_run") || each.contains("retrying")));
        return told(webhook);
    }

    /** Of what it was told last. */
    String log(ServiceAnswer webhook) {
        var list = registry.send("GET", webhook.text("/_links/pb:triggered-webhooks/href"), null);
        return registry.send("GET", list.text("/_embedded/triggeredWebhooks/0/_links/pb:logs/href"), null)
                .body();
    }

    private static List<Map<String, String>> names(String... events) {
        return Stream.of(events).map(event -> Map.of("name", event)).toList();
    }
}
