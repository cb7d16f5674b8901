package dev.covenant.registry.api;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.hal.Urls;
import dev.covenant.registry.json.RegistryJson;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.verification.Verification;

/** Verification results as documents. */
final class VerificationDocument {
    private VerificationDocument() {}

    /** @param pact one that says what was verified */
    static Hal of(Verification verification, Pact pact, Urls urls) {
        var self = urls.verification(pact, verification);
        var document = new Hal()
                .put("providerName", verification.provider())
                .put("providerApplicationVersion", verification.providerVersion())
                .put("success", verification.success())
                .put("verificationDate", verification.createdAt())
                .put("buildUrl", verification.buildUrl());
        put(document, "testResults", verification.testResults());
        put(document, "verifiedBy", verification.verifiedBy());
        return document.link(
                        "self",
                        Link.to(self)
                                .title("Verification result")
                                .name("Verification result %d for %s".formatted(verification.id(), pact.title())))
                .link(
                        "pb:pact-version",
                        Link.to(urls.content(pact)).title("Pact").name(pact.title()))
                .link(
                        "pb:triggered-webhooks",
                        Link.to(self + "/triggered-webhooks")
                                .title("Webhooks triggered by the publication of this verification result"));
    }

    private static void put(Hal document, String field, String json) {
        if (json != null) {
            JsonNode read = RegistryJson.mapper().readTree(json);
            document.put(field, read);
        }
    }
}
