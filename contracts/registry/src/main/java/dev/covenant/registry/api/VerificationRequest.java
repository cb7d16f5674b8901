package dev.covenant.registry.api;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.assignment.Assignment;
import dev.covenant.registry.json.CanonicalJson;
import dev.covenant.registry.verification.VerificationReport;

/** The body of a verification result, read and checked. */
final class VerificationRequest {
    private VerificationRequest() {}

    /** @throws Refused 400 with all that is wrong with it */
    static VerificationReport read(JsonNode body, Assignment assignment) {
        var given = Given.toBeKept(body);
        var success = given.truth("success");
        var version = given.name("providerApplicationVersion");
        var buildUrl = given.url("buildUrl");
        given.require();
        return new VerificationReport(
                version,
                success,
                assignment.wip(),
                assignment.consumerVersions(),
                buildUrl,
                text(body.path("testResults")),
                text(body.path("verifiedBy")));
    }

    private static String text(JsonNode json) {
        return json.isMissingNode() || json.isNull() ? null : CanonicalJson.of(json);
    }
}
