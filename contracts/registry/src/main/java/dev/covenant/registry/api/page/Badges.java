package dev.covenant.registry.api.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.registry.api.page.Badge.Kind;
import dev.covenant.registry.environment.Environment;
import dev.covenant.registry.environment.Environments;
import dev.covenant.registry.environment.Presence;
import dev.covenant.registry.environment.Presences;
import dev.covenant.registry.version.Branches;
import dev.covenant.registry.version.Tags;
import dev.covenant.registry.version.Versions;

/** Finds what versions are, for all that a page shows at once. */
@ApplicationScoped
class Badges {
    private final Versions versions;
    private final Branches branches;
    private final Tags tags;
    private final Presences presences;
    private final Environments environments;

    @Inject
    Badges(Versions versions, Branches branches, Tags tags, Presences presences, Environments environments) {
        this.versions = versions;
        this.branches = branches;
        this.tags = tags;
        this.presences = presences;
        this.environments = environments;
    }

    /** By the version's id; nothing for versions that are nothing but numbers. */
    Map<Long, List<Badge>> of(Collection<Long> ids) {
        var found = versions.all(ids);
        var badges = new HashMap<Long, Set<Badge>>();
        branches.ofVersions(found)
                .forEach(each -> add(badges, each.versionId(), new Badge(Kind.BRANCH, each.branch())));
        var titles = environments.all().stream().collect(Collectors.toMap(Environment::id, Environment::title));
        for (var kind : Presence.Kind.values()) {
            presences
                    .current(kind, found)
                    .forEach(each -> add(
                            badges,
                            each.versionId(),
                            new Badge(Kind.ENVIRONMENT, titles.getOrDefault(each.environmentId(), ""))));
        }
        tags.ofVersions(found).forEach(tag -> add(badges, tag.versionId(), new Badge(Kind.TAG, tag.name())));
        return badges.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, version -> ordered(version.getValue())));
    }

    private static void add(Map<Long, Set<Badge>> badges, long version, Badge badge) {
        badges.computeIfAbsent(version, _ -> new LinkedHashSet<>()).add(badge);
    }

    /** Pipelines that know no branches tag a version with its branch: it is shown once. */
    private static List<Badge> ordered(Set<Badge> badges) {
        return badges.stream()
                .filter(badge -> badge.kind() != Kind.TAG || !badges.contains(new Badge(Kind.BRANCH, badge.text())))
                .sorted(Comparator.comparing(Badge::kind).thenComparing(Badge::text))
                .toList();
    }
}
