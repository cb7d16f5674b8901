package dev.covenant.registry.api.page;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pact.Pacts;
import dev.covenant.registry.verification.Verification;
import dev.covenant.registry.verification.Verifications;

/** Shows a contract as documentation. */
@ApplicationScoped
class PactPages {
    private static final int INTERACTIONS = 50;

    private final Pacts pacts;
    private final Verifications verifications;
    private final Badges badges;
    private final Pages pages;

    @Inject
    PactPages(Pacts pacts, Verifications verifications, Badges badges, Pages pages) {
        this.pacts = pacts;
        this.verifications = verifications;
        this.badges = badges;
        this.pages = pages;
    }

    /** @param page of the interactions, as a query names it */
    Response of(Optional<Pact> pact, String page) {
        return pact.map(found -> show(found, page)).orElseGet(pages::notFound);
    }

    private Response show(Pact pact, String page) {
        var interactions = ReadInteractions.of(pacts.text(pact.contentId()));
        var shown = Paging.read(page, INTERACTIONS).of(interactions);
        var result = verifications.latest(pact);
        return pages.ok(
                "pact.jte",
                new PactView(
                        pages.site(),
                        pact,
                        VersionView.of(pact.version(), pact.versionId(), badges.of(List.of(pact.versionId()))),
                        pages.moment(pact.createdAt()),
                        Verdict.of(result.map(Verification::success).orElse(null)),
                        result.map(Verification::providerVersion).orElse(null),
                        pages.moment(result.map(Verification::createdAt).orElse(null)),
                        interactions.size(),
                        shown.entries(),
                        shown.paging()));
    }
}
