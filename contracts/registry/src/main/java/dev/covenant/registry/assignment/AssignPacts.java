package dev.covenant.registry.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.registry.assignment.Selector.Kind;
import dev.covenant.registry.pact.Pact;

/** Tells a provider's build what to verify: each content once, with all the reasons for it. */
@ApplicationScoped
@Transactional
public class AssignPacts {
    private static final List<Selector> IF_NONE_IS_GIVEN = Stream.of(
                    Kind.MAIN_BRANCH_OR_LATEST, Kind.DEPLOYED, Kind.RELEASED)
            .map(kind -> Selector.of(kind, null, null))
            .toList();

    private static final Comparator<ToVerify> ORDER = Comparator.comparing(
                    (ToVerify each) -> each.pact().consumer())
            .thenComparing(each -> each.pact().versionId());

    private final SelectedPacts selected;
    private final ProviderHistory history;

    @Inject
    public AssignPacts(SelectedPacts selected, ProviderHistory history) {
        this.selected = selected;
        this.history = history;
    }

    /** By consumer; work in progress at the end. */
    public List<ToVerify> assign(ProviderBuild build, List<Selector> selectors) {
        var explicit = selected.find(build.provider(), selectors.isEmpty() ? IF_NONE_IS_GIVEN : selectors);
        var all = new ArrayList<>(merge(explicit, pending(build, contents(explicit)), false));
        all.addAll(workInProgress(build, contents(explicit)));
        return all;
    }

    private List<ToVerify> workInProgress(ProviderBuild build, Set<Long> explicit) {
        if (build.wipSince() == null || build.lines().isEmpty()) {
            return List.of();
        }
        var heads = selected.heads(build.provider(), build.wipSince(), explicit);
        var verified = history.verified(build, contents(heads), false);
        Function<Pact, List<String>> unverified = pact -> ProviderHistory.missing(build, verified, pact.contentId());
        var inProgress = heads.stream()
                .filter(head -> !unverified.apply(head.pact()).isEmpty())
                .toList();
        return merge(inProgress, unverified.andThen(lines -> new Standing(true, lines)), true);
    }

    private Function<Pact, Standing> pending(ProviderBuild build, Set<Long> contents) {
        if (build.lines().isEmpty()) {
            var verified = history.verified(contents);
            return pact -> new Standing(!verified.contains(pact.contentId()), List.of());
        }
        var verified = history.verified(build, contents, true);
        return pact -> {
            var missing = ProviderHistory.missing(build, verified, pact.contentId());
            return new Standing(!missing.isEmpty(), missing);
        };
    }

    private static List<ToVerify> merge(List<Selected> selected, Function<Pact, Standing> standings, boolean wip) {
        return selected.stream()
                .collect(
                        Collectors.groupingBy(each -> each.pact().contentId(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> {
                    var latest = same.stream()
                            .map(Selected::pact)
                            .max(Comparator.comparingLong(Pact::versionId))
                            .orElseThrow();
                    var standing = standings.apply(latest);
                    return new ToVerify(
                            latest,
                            same.stream().map(Selected::reason).distinct().toList(),
                            wip,
                            standing.pending(),
                            standing.lines());
                })
                .sorted(ORDER)
                .toList();
    }

    private static Set<Long> contents(List<Selected> selected) {
        return selected.stream().map(each -> each.pact().contentId()).collect(Collectors.toSet());
    }

    private record Standing(boolean pending, List<String> lines) {}
}
