package dev.covenant.registry.pact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.registry.pact.Publication.Contract;
import dev.covenant.registry.pact.PublishOutcome.Conflict;
import dev.covenant.registry.pact.PublishOutcome.Conflicts;
import dev.covenant.registry.pact.PublishOutcome.Kind;
import dev.covenant.registry.pact.PublishOutcome.Published;
import dev.covenant.registry.pact.PublishOutcome.Stored;
import dev.covenant.registry.pacticipant.Pacticipant;
import dev.covenant.registry.pacticipant.Pacticipants;
import dev.covenant.registry.version.Branches;
import dev.covenant.registry.version.Tags;
import dev.covenant.registry.version.Version;
import dev.covenant.registry.version.Versions;

/**
 * Publishes a consumer version with its contracts in one transaction: all of it or nothing. Sent again it changes nothing. What two
 * publishers both write is written in one order (pacticipants by name, version, branch, tags, environments by name, pairs by provider),
 * so that one waits for the other and never both.
 */
@ApplicationScoped
public class PublishContracts {
    private final Transactions transactions;
    private final Pacticipants pacticipants;
    private final Versions versions;
    private final Branches branches;
    private final Tags tags;
    private final Integrations integrations;
    private final Pacts pacts;
    private final ContentChanges changes;
    private final Event<ContractPublished> published;
    private final boolean mayModify;

    @Inject
    public PublishContracts(
            Transactions transactions,
            Pacticipants pacticipants,
            Versions versions,
            Branches branches,
            Tags tags,
            Integrations integrations,
            Pacts pacts,
            ContentChanges changes,
            Event<ContractPublished> published,
            @ConfigProperty(name = "registry.allow-dangerous-contract-modification") boolean mayModify) {
        this.transactions = transactions;
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.branches = branches;
        this.tags = tags;
        this.integrations = integrations;
        this.pacts = pacts;
        this.changes = changes;
        this.published = published;
        this.mayModify = mayModify;
    }

    public PublishOutcome publish(Publication publication) {
        // Hashing a large contract takes its time, for which nobody shall wait behind our locks.
        var contents = publication.contracts().stream()
                .collect(Collectors.toMap(Contract::provider, contract -> Content.of(contract.pact())));
        try {
            return transactions.run(() -> store(publication, contents));
        } catch (ConflictFound found) {
            return new Conflicts(found.conflicts);
        }
    }

    private Published store(Publication publication, Map<String, Content> contents) {
        var contracts = publication.contracts().stream()
                .sorted(Comparator.comparing(Contract::provider))
                .toList();
        var known = pacticipants.ensure(Stream.concat(
                        Stream.of(publication.consumer()), contracts.stream().map(Contract::provider))
                .collect(Collectors.toSet()));
        var ensured = versions.ensure(known.get(publication.consumer()), publication.version(), publication.buildUrl());
        var version = ensured.version();
        // From here on the version is this transaction's alone: what is there now stays until its end.
        var steps = decide(version, contracts, contents);
        if (publication.branch() != null) {
            branches.add(version, publication.branch());
        }
        tags.addAll(version, publication.tags());
        return new Published(version, ensured.made(), store(version, steps, known));
    }

    private List<Step> decide(Version version, List<Contract> contracts, Map<String, Content> contents) {
        var before = pacts.of(version).stream().collect(Collectors.toMap(Pact::provider, pact -> pact));
        var steps = new ArrayList<Step>();
        var conflicts = new ArrayList<Conflict>();
        for (var contract : contracts) {
            var provider = contract.provider();
            var step = Step.of(contract, contents.get(provider), before.get(provider), pacts::text);
            if (step.kind() == Kind.MODIFIED && !mayModify || step.content() == null) {
                conflicts.add(new Conflict(version.pacticipant(), version.number(), provider, step.content() == null));
            }
            steps.add(step);
        }
        if (!conflicts.isEmpty()) {
            throw new ConflictFound(conflicts);
        }
        return steps;
    }

    private List<Stored> store(Version version, List<Step> steps, Map<String, Pacticipant> known) {
        var stored = new ArrayList<Stored>();
        for (var step : steps) {
            var provider = known.get(step.provider());
            integrations.touch(version, provider);
            if (step.isNewContent()) {
                pacts.store(version, provider, step.content(), step.revision());
            }
            var pact = pacts.find(version.pacticipant(), step.provider(), version.number())
                    .orElseThrow();
            var result = new Stored(pact, step.kind(), step.isNewContent() ? changes.of(pact) : Optional.empty());
            published.fire(new ContractPublished(result));
            stored.add(result);
        }
        return stored;
    }

    /** Rolls the transaction back; it never leaves this class. */
    private static final class ConflictFound extends RuntimeException {
        private final transient List<Conflict> conflicts;

        ConflictFound(List<Conflict> conflicts) {
            super("conflict", null, false, false);
            this.conflicts = List.copyOf(conflicts);
        }
    }
}
