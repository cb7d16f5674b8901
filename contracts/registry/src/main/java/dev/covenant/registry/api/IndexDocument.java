package dev.covenant.registry.api;

import dev.covenant.registry.hal.Hal;
import dev.covenant.registry.hal.Link;
import dev.covenant.registry.hal.Urls;

/** All relations by which clients find their way. */
final class IndexDocument {
    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";
    private static final String PACTICIPANT = "/pacticipants/{pacticipant}";
    private static final String TO_VERIFY = "/pacts/provider/{provider}/for-verification";
    private static final String CAN_I_DEPLOY = "/can-i-deploy?pacticipant={pacticipant}&version={version}";

    private final Urls urls;
    private final Hal document = new Hal();

    private IndexDocument(Urls urls) {
        this.urls = urls;
    }

    static Hal of(Urls urls) {
        var index = new IndexDocument(urls);
        index.document.link("self", Link.to(urls.base()).title("Index").plain());
        index.pacts();
        index.pacticipants();
        index.rest();
        return index.document.curies(urls, "index", "pb", "beta");
    }

    private void pacts() {
        template("pb:publish-pact", PAIR + "/version/{consumerApplicationVersion}", "Publish a pact");
        fixed("pb:publish-contracts", "/contracts/publish", "Publish contracts");
        fixed("pb:latest-pact-versions", "/pacts/latest", "Latest pact versions");
        template("pb:tagged-pact-versions", PAIR + "/tag/{tag}", "All versions of a pact with a consumer version tag");
        template(
                "pb:branch-pact-versions",
                PAIR + "/branch/{branch}",
                "All versions of a pact from a consumer's branch");
        template(
                "pb:latest-branch-pact-versions",
                PAIR + "/branch/{branch}/latest/versions",
                "Latest pact from a consumer's branch");
        template(
                "pb:main-branch-pact-versions",
                PAIR + "/branch/versions",
                "All versions of a pact from a consumer's main branch");
        template(
                "pb:latest-main-branch-pact-versions",
                PAIR + "/branch/latest/versions",
                "Latest pact from a consumer's main branch");
        provider("pb:provider-pacts-with-main-branch", "/branch", "All pacts of a provider from main branches");
        provider("pb:provider-pacts-with-branch", "/branch/{branch}", "All pacts of a provider from a branch");
        provider(
                "pb:latest-provider-pacts-with-main-branch",
                "/branch/latest",
                "Latest pacts of a provider from main branches");
        provider(
                "pb:latest-provider-pacts-with-branch",
                "/branch/{branch}/latest",
                "Latest pacts of a provider from a branch");
        provider("pb:latest-provider-pacts", "/latest", "Latest pacts of a provider");
        provider("pb:latest-provider-pacts-with-tag", "/latest/{tag}", "Latest pacts of a provider with a tag");
        provider("pb:provider-pacts-with-tag", "/tag/{tag}", "All pacts of a provider with a tag");
        provider("pb:provider-pacts", "", "All pacts of a provider");
        template("pb:provider-pacts-for-verification", TO_VERIFY, "Pacts that a provider has to verify");
        document.link(
                "beta:provider-pacts-for-verification",
                Link.template(urls.at(TO_VERIFY))
                        .name("beta")
                        .title("Older name of pb:provider-pacts-for-verification"));
    }

    private void pacticipants() {
        fixed("pb:pacticipants", "/pacticipants", "Pacticipants");
        template("pb:pacticipant", PACTICIPANT, "A pacticipant by name");
        template("pb:latest-version", PACTICIPANT + "/latest-version", "Latest version of a pacticipant");
        template(
                "pb:latest-tagged-version",
                PACTICIPANT + "/latest-version/{tag}",
                "Latest version of a pacticipant with a tag");
        template("pb:pacticipant-version", PACTICIPANT + "/versions/{version}", "Get, create or delete a version");
        template(
                "pb:pacticipant-version-tag",
                PACTICIPANT + "/versions/{version}/tags/{tag}",
                "Get, create or delete a tag");
        template("pb:pacticipant-branch", PACTICIPANT + "/branches/{branch}", "Get or delete a branch");
        template(
                "pb:pacticipant-branch-version",
                PACTICIPANT + "/branches/{branch}/versions/{version}",
                "Get or add a version of a branch");
    }

    private void rest() {
        fixed("pb:webhooks", "/webhooks", "Webhooks");
        template("pb:webhook", "/webhooks/{uuid}", "Webhook");
        fixed("pb:integrations", "/integrations", "Integrations");
        fixed("pb:metrics", "/metrics", "Metrics");
        template(
                "pb:can-i-deploy-pacticipant-version-to-tag",
                CAN_I_DEPLOY + "&to={tag}",
                "Whether a version can be deployed beside the latest versions with a tag");
        template(
                "pb:can-i-deploy-pacticipant-version-to-environment",
                CAN_I_DEPLOY + "&environment={environment}",
                "Whether a version can be deployed to an environment");
        fixed("pb:environments", "/environments", "Environments");
        template("pb:environment", "/environments/{uuid}", "Environment");
    }

    private void fixed(String relation, String path, String title) {
        document.link(relation, Link.to(urls.at(path)).title(title).plain());
    }

    private void template(String relation, String path, String title) {
        document.link(relation, Link.template(urls.at(path)).title(title));
    }

    private void provider(String relation, String path, String title) {
        template(relation, "/pacts/provider/{provider}" + path, title);
    }
}
