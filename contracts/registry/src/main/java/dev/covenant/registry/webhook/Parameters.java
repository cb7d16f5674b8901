package dev.covenant.registry.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.registry.assignment.Assignment;
import dev.covenant.registry.hal.ClientAddress;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.verification.Verification;

/** What the parameters of templates stand for. */
@ApplicationScoped
public class Parameters {
    static final String EVENT = "eventName";

    private static final List<String> NAMES = List.of(
            "consumerName",
            "providerName",
            "consumerVersionNumber",
            "providerVersionNumber",
            "consumerVersionTags",
            "providerVersionTags",
            "consumerVersionBranch",
            "providerVersionBranch",
            "providerVersionDescriptions",
            "consumerLabels",
            "providerLabels",
            "currentlyDeployedProviderVersionNumber",
            "pactUrl",
            "verificationResultUrl",
            "githubVerificationStatus",
            "bitbucketVerificationStatus",
            "azureDevOpsVerificationStatus",
            "gitlabVerificationStatus",
            "buildUrl",
            EVENT);

    private static final String DETAILS = """
            SELECT
                (SELECT string_agg(name, ', ' ORDER BY name) FROM label WHERE pacticipant_id = p.id) AS labels,
                (SELECT string_agg(name, ', ' ORDER BY name) FROM tag WHERE version_id = v.id) AS tags,
                (SELECT b.name FROM branch_version bv JOIN branch b ON b.id = bv.branch_id
                 WHERE bv.version_id = v.id ORDER BY bv.created_at DESC, b.id DESC LIMIT 1) AS branch,
                (SELECT string_agg(DISTINCT dv.number, ', ' ORDER BY dv.number) FROM deployed_version d
                 JOIN version dv ON dv.id = d.version_id
                 WHERE d.pacticipant_id = p.id AND d.undeployed_at IS NULL) AS deployed,
                v.build_url
            FROM pacticipant p LEFT JOIN version v ON v.pacticipant_id = p.id AND v.number = :number
            WHERE p.id = :pacticipant""";

    private final Jdbi jdbi;
    private final ClientAddress address;

    @Inject
    Parameters(Jdbi jdbi, ClientAddress address) {
        this.jdbi = jdbi;
        this.address = address;
    }

    public static boolean know(String name) {
        return NAMES.contains(name);
    }

    /** Each one's own name: for a trial before there is anything to tell. */
    static Map<String, String> unknown() {
        return NAMES.stream().collect(Collectors.toMap(name -> name, name -> name));
    }

    /** All of them but the event's name; those that mean nothing here are left out. */
    Map<String, String> of(Occasion occasion) {
        var pact = occasion.pact();
        var consumer = details(pact.consumerId(), pact.version());
        var provider = details(pact.providerId(), occasion.providerVersion().orElse(null));
        var values = new LinkedHashMap<String, String>();
        values.put("consumerName", pact.consumer());
        values.put("providerName", pact.provider());
        values.put("consumerVersionNumber", pact.version());
        values.put("providerVersionNumber", occasion.providerVersion().orElse(null));
        values.put("consumerVersionTags", consumer.tags());
        values.put("providerVersionTags", provider.tags());
        values.put("consumerVersionBranch", consumer.branch());
        values.put("providerVersionBranch", provider.branch());
        values.put(
                "providerVersionDescriptions",
                occasion.awaiting().map(AwaitingVersion::descriptions).orElse(null));
        values.put("consumerLabels", consumer.labels());
        values.put("providerLabels", provider.labels());
        values.put("currentlyDeployedProviderVersionNumber", provider.deployed());
        // By this address a result is known to be about this consumer version.
        values.put("pactUrl", address.urls().content(pact, Assignment.of(false, List.of(pact.versionId()))));
        values.put(
                "buildUrl", occasion.verification().map(Verification::buildUrl).orElse(consumer.buildUrl()));
        occasion.verification().ifPresent(result -> values.put("verificationResultUrl", url(pact, result)));
        values.putAll(status(occasion));
        values.values().removeIf(value -> value == null);
        return values;
    }

    private String url(Pact pact, Verification result) {
        return address.urls().verification(pact, result);
    }

    private static Map<String, String> status(Occasion occasion) {
        var success = occasion.verification().map(Verification::success);
        return Map.of(
                "githubVerificationStatus",
                        success.map(yes -> yes ? "success" : "failure").orElse("pending"),
                "bitbucketVerificationStatus",
                        success.map(yes -> yes ? "SUCCESSFUL" : "FAILED").orElse("INPROGRESS"),
                "azureDevOpsVerificationStatus",
                        success.map(yes -> yes ? "succeeded" : "failed").orElse("pending"),
                "gitlabVerificationStatus",
                        success.map(yes -> yes ? "success" : "failed").orElse("pending"));
    }

    private Details details(long pacticipant, String number) {
        return jdbi.withHandle(handle -> handle.createQuery(DETAILS)
                .bind("pacticipant", pacticipant)
                .bind("number", number)
                .map((row, _) -> new Details(
                        row.getString("labels"),
                        row.getString("tags"),
                        row.getString("branch"),
                        row.getString("deployed"),
                        row.getString("build_url")))
                .one());
    }

    /** Of a pacticipant and one of its versions; null for each that there is none of. */
    private record Details(String labels, String tags, String branch, String deployed, String buildUrl) {}
}
