package dev.covenant.registry.api;

import java.util.List;

import dev.covenant.registry.assignment.Assignment;
import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.hal.Urls;
import dev.covenant.registry.json.CanonicalJson;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.version.Version;

/**
 * A contract as it is served: what it says, byte for byte, with when it was published and links.
 *
 * @param assignment what for it was handed to a provider
 * @param because the consumer versions because of which it was
 */
record PactDocument(Pact pact, Urls urls, Assignment assignment, List<Version> because) {

    /** @param content JSON of an object without the fields that are added */
    String of(String content) {
        var added = CanonicalJson.of(new Hal()
                .put("createdAt", pact.createdAt())
                .put("_links", links().json().get("_links"))
                .json());
        var fields = content.substring(1, content.length() - 1);
        return "{" + fields + (fields.isBlank() ? "" : ",") + added.substring(1);
    }

    private Hal links() {
        var pair = urls.pair(pact.consumer(), pact.provider());
        var self = urls.pact(pact);
        var content = urls.content(pact);
        var version = urls.version(pact.consumer(), pact.version());
        return new Hal()
                .link("self", Link.to(self).title("Pact").name(pact.title()))
                .link(
                        "pb:consumer",
                        Link.to(urls.pacticipant(pact.consumer()))
                                .title("Consumer")
                                .name(pact.consumer()))
                .link(
                        "pb:consumer-version",
                        Link.to(version).title("Consumer version").name(pact.version()))
                .links(
                        "pb:consumer-versions",
                        because.stream()
                                .map(each -> Link.to(urls.version(each))
                                        .title("Consumer version")
                                        .name(each.number()))
                                .toList())
                .link(
                        "pb:provider",
                        Link.to(urls.pacticipant(pact.provider()))
                                .title("Provider")
                                .name(pact.provider()))
                .link(
                        "pb:pact-version",
                        Link.to(content).title("Pact content version permalink").name(pact.sha()))
                .link("pb:latest-pact-version", Link.to(pair + "/latest").title("Latest version of this pact"))
                .link("pb:all-pact-versions", Link.to(pair + "/versions").title("All versions of this pact"))
                .link(
                        "pb:latest-untagged-pact-version",
                        Link.to(pair + "/latest-untagged").title("Latest untagged version of this pact"))
                .link(
                        "pb:latest-tagged-pact-version",
                        Link.template(pair + "/latest/{tag}").title("Latest tagged version of this pact"))
                .link(
                        "pb:previous-distinct",
                        Link.to(self + "/previous-distinct").title("Previous distinct version of this pact"))
                .link(
                        "pb:pact-webhooks",
                        Link.to(urls.at("/webhooks/provider/%s/consumer/%s", pact.provider(), pact.consumer()))
                                .title("Webhooks for the pact between %s and %s"
                                        .formatted(pact.consumer(), pact.provider())))
                .link(
                        "pb:consumer-webhooks",
                        Link.to(urls.at("/webhooks/consumer/%s", pact.consumer()))
                                .title("Webhooks for all pacts of consumer " + pact.consumer()))
                .link(
                        "pb:tag-prod-version",
                        Link.to(version + "/tags/prod")
                                .title("PUT to this resource to tag this consumer version as 'production'"))
                .link(
                        "pb:tag-version",
                        Link.template(version + "/tags/{tag}")
                                .title("PUT to this resource to tag this consumer version"))
                .link(
                        "pb:publish-verification-results",
                        Link.to(urls.content(pact, assignment) + "/verification-results")
                                .title("Publish verification results"))
                .link("pb:latest-verification-results", Link.to(content + "/verification-results/latest"))
                .link(
                        "pb:triggered-webhooks",
                        Link.to(self + "/triggered-webhooks")
                                .title("Webhooks triggered by the publication of this pact"))
                .link(
                        "pb:matrix-for-consumer-version",
                        Link.to(urls.at(
                                        "/matrix?q%%5B%%5D%%5Bpacticipant%%5D=%s&q%%5B%%5D%%5Bversion%%5D=%s&latestby=cvpv",
                                        pact.consumer(), pact.version()))
                                .title("View matrix rows for the consumer version to which this pact belongs"))
                .curies(urls, "pact", "pb");
    }
}
