package dev.covenant.registry.api;

import java.util.ArrayList;
import java.util.List;

import dev.covenant.registry.hal.Urls;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Publication;
import dev.covenant.registry.pact.PublishOutcome.Conflict;
import dev.covenant.registry.pact.PublishOutcome.Published;
import dev.covenant.registry.pact.PublishOutcome.Stored;
import dev.covenant.registry.verification.Verifications;

/** What the tools of publishers print. */
final class PublishNotices {
    private static final String VERSIONING = "For more information see https://docs.pact.io/go/versioning";

    private final Urls urls;
    private final Verifications verifications;
    private final List<Notice> notices = new ArrayList<>();

    private PublishNotices(Urls urls, Verifications verifications) {
        this.urls = urls;
        this.verifications = verifications;
    }

    static List<Notice> of(Published published, Publication publication, Urls urls, Verifications verifications) {
        var all = new PublishNotices(urls, verifications);
        all.version(published, publication);
        published.contracts().forEach(all::contract);
        return all.notices;
    }

    static List<Notice> of(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> new Notice("error", text(conflict)))
                .toList();
    }

    static String text(Conflict conflict) {
        if (conflict.merging()) {
            return ("Cannot merge the pact for %s version %s and provider %s: it has an interaction with the same description and"
                            + " provider state as one published before, and another request.")
                    .formatted(conflict.consumer(), conflict.version(), conflict.provider());
        }
        return ("Cannot change the content of the pact for %s version %s and provider %s, as race conditions will cause unreliable"
                        + " results for can-i-deploy. Each pact must be published with a unique consumer version number. %s")
                .formatted(conflict.consumer(), conflict.version(), conflict.provider(), VERSIONING);
    }

    private void version(Published published, Publication publication) {
        var what = new ArrayList<String>();
        if (publication.branch() != null) {
            what.add("branch " + publication.branch());
        }
        if (!publication.tags().isEmpty()) {
            what.add("tags " + String.join(", ", publication.tags()));
        }
        add(
                "debug",
                "%s %s version %s%s",
                published.newVersion() ? "Created" : "Updated",
                publication.consumer(),
                publication.version(),
                what.isEmpty() ? "" : " with " + String.join(" and ", what));
        if (publication.branch() == null) {
            add("prompt", "  Next steps:\n    Configure the version branch to be the value of your repository branch.");
        }
    }

    private void contract(Stored stored) {
        var pact = stored.pact();
        switch (stored.kind()) {
            case NEW -> add("success", "Pact successfully published for %s.", parties(pact));
            case UNCHANGED ->
                add("success", "Pact successfully republished for %s with no content changes.", parties(pact));
            case MERGED -> add("success", "Pact successfully merged for %s.", parties(pact));
            case MODIFIED ->
                add(
                        "warning",
                        "Pact with changed content published over existing content for %s. This is not recommended in normal"
                                + " circumstances and may indicate that you have not configured your Pact pipelines correctly. %s",
                        parties(pact),
                        VERSIONING);
        }
        add("debug", "  View the published pact at %s", urls.pact(pact));
        add(
                "debug",
                "  Events detected: contract_published, %s",
                stored.change()
                        .map(change -> "contract_content_changed (%s)".formatted(change))
                        .orElse("contract_content_unchanged"));
        if (!verifications.existBetween(pact)) {
            add("prompt", "  Next steps:");
            add(
                    "prompt",
                    "    * Add Pact verification tests to the %s build. See https://docs.pact.io/go/provider_verification",
                    pact.provider());
        }
    }

    private static String parties(Pact pact) {
        return "%s version %s and provider %s".formatted(pact.consumer(), pact.version(), pact.provider());
    }

    private void add(String type, String text, Object... values) {
        notices.add(new Notice(type, text.formatted(values)));
    }
}
