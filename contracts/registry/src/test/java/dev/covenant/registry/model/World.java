package dev.covenant.registry.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must be known after a history, kept as plainly as it can be. */
final class World {
    private record Name(String pacticipant, String word) {}

    private record Said(String consumer, String version, String provider) {}

    private record Result(String consumer, String provider, String content, String providerVersion) {}

    /** In the order in which they were made known. */
    private final List<Name> versions = new ArrayList<>();

    private final Set<String> pacticipants = new HashSet<>();
    private final Map<Said, String> contracts = new HashMap<>();
    private final Map<Result, Boolean> results = new HashMap<>();
    private final Map<Name, String> deployed = new HashMap<>();
    private final Set<Name> released = new HashSet<>();
    private final Set<Name> tagged = new HashSet<>();
    private final Map<Name, Set<String>> branches = new HashMap<>();
    private final Map<Name, String> heads = new HashMap<>();

    void happens(Event event) {
        switch (event) {
            case Event.Publish(var consumer, var version, var provider, var content, var branch) -> {
                pacticipants.addAll(List.of(consumer, provider));
                var said = new Said(consumer, version, provider);
                if (contracts.getOrDefault(said, content).equals(content)) {
                    known(consumer, version);
                    contracts.put(said, content);
                    if (branch != null) {
                        putOnBranch(consumer, version, branch);
                    }
                }
            }
            case Event.Verify(var consumer, var version, var provider, var providerVersion, var success) -> {
                var content = contracts.get(new Said(consumer, version, provider));
                if (content != null) {
                    known(provider, providerVersion);
                    results.put(new Result(consumer, provider, content, providerVersion), success);
                }
            }
            case Event.PutOnBranch(var pacticipant, var version, var branch) -> {
                known(pacticipant, version);
                putOnBranch(pacticipant, version, branch);
            }
            case Event.Tag(var pacticipant, var version) -> {
                known(pacticipant, version);
                tagged.add(new Name(pacticipant, version));
            }
            case Event.Deploy(var pacticipant, var version, var instance) -> {
                if (exists(pacticipant, version)) {
                    deployed.put(new Name(pacticipant, instance), version);
                }
            }
            case Event.Undeploy(var pacticipant, var instance) -> deployed.remove(new Name(pacticipant, instance));
            case Event.Release(var pacticipant, var version) -> {
                if (exists(pacticipant, version)) {
                    released.add(new Name(pacticipant, version));
                }
            }
            case Event.EndSupport(var pacticipant, var version) -> released.remove(new Name(pacticipant, version));
            case Event.DeletePact(var consumer, var version, var provider) -> deletePact(consumer, version, provider);
            case Event.DeleteVersion(var pacticipant, var version) -> deleteVersion(pacticipant, version);
        }
    }

    /** As the registry tells it: deployable, success/failed/unknown; 400 for a pacticipant that nobody knows. */
    String answer(Question question) {
        if (!pacticipants.contains(question.pacticipant())) {
            return "400";
        }
        var rows = new ArrayList<String>();
        contracts.forEach((said, content) -> {
            if (said.consumer().equals(question.pacticipant()) && said.version().equals(question.version())) {
                var met = others(said.provider(), question.target());
                met.stream()
                        .filter(version -> question.target() != Question.Target.BRANCH
                                || version.equals(head(said.provider()))
                                || !result(said, content, version).equals("unknown"))
                        .forEach(version -> rows.add(result(said, content, version)));
                if (met.isEmpty()) {
                    rows.add("unknown");
                }
            } else if (said.provider().equals(question.pacticipant())
                    && others(said.consumer(), question.target()).contains(said.version())) {
                rows.add(result(said, content, question.version()));
            }
        });
        var success = rows.stream().filter("true"::equals).count();
        var failed = rows.stream().filter("false"::equals).count();
        var unknown = rows.size() - success - failed;
        var deployable = !exists(question.pacticipant(), question.version())
                ? "false"
                : unknown > 0 ? "null" : String.valueOf(failed == 0);
        return "%s %d/%d/%d".formatted(deployable, success, failed, unknown);
    }

    private String result(Said said, String content, String providerVersion) {
        var success = results.get(new Result(said.consumer(), said.provider(), content, providerVersion));
        return success == null ? "unknown" : success.toString();
    }

    private Set<String> others(String pacticipant, Question.Target target) {
        var own = versions.stream().filter(version -> version.pacticipant().equals(pacticipant));
        var found =
                switch (target) {
                    case ENVIRONMENT ->
                        own.filter(version -> released.contains(version)
                                || deployed.entrySet().stream()
                                        .anyMatch(entry ->
                                                entry.getKey().pacticipant().equals(pacticipant)
                                                        && entry.getValue().equals(version.word())));
                    case LATEST -> own.reduce((_, last) -> last).stream();
                    case TAG -> own.filter(tagged::contains).reduce((_, last) -> last).stream();
                    case MAIN_BRANCH -> Stream.ofNullable(head(pacticipant)).map(head -> new Name(pacticipant, head));
                    case BRANCH ->
                        own.filter(version -> branches.getOrDefault(new Name(pacticipant, "main"), Set.of())
                                .contains(version.word()));
                };
        return new HashSet<>(found.map(Name::word).toList());
    }

    private String head(String pacticipant) {
        return heads.get(new Name(pacticipant, "main"));
    }

    private void known(String pacticipant, String version) {
        pacticipants.add(pacticipant);
        if (!exists(pacticipant, version)) {
            versions.add(new Name(pacticipant, version));
        }
    }

    private boolean exists(String pacticipant, String version) {
        return versions.contains(new Name(pacticipant, version));
    }

    /** Who comes back to a branch does not become its head. */
    private void putOnBranch(String pacticipant, String version, String branch) {
        var name = new Name(pacticipant, branch);
        if (branches.computeIfAbsent(name, _ -> new HashSet<>()).add(version)) {
            heads.put(name, version);
        }
    }

    private void deletePact(String consumer, String version, String provider) {
        if (contracts.remove(new Said(consumer, version, provider)) != null) {
            results.keySet()
                    .removeIf(result -> result.consumer().equals(consumer)
                            && result.provider().equals(provider)
                            && !isSaid(result));
        }
    }

    private boolean isSaid(Result result) {
        return contracts.entrySet().stream()
                .anyMatch(entry -> entry.getKey().consumer().equals(result.consumer())
                        && entry.getKey().provider().equals(result.provider())
                        && entry.getValue().equals(result.content()));
    }

    /** What its contracts said is not forgotten with it: a result is about the content, whoever says it. */
    private void deleteVersion(String pacticipant, String version) {
        var gone = new Name(pacticipant, version);
        versions.remove(gone);
        contracts
                .keySet()
                .removeIf(said ->
                        said.consumer().equals(pacticipant) && said.version().equals(version));
        results.keySet()
                .removeIf(result -> result.provider().equals(pacticipant)
                        && result.providerVersion().equals(version));
        deployed.entrySet()
                .removeIf(entry -> entry.getKey().pacticipant().equals(pacticipant)
                        && entry.getValue().equals(version));
        released.remove(gone);
        tagged.remove(gone);
        branches.forEach((branch, members) -> {
            if (branch.pacticipant().equals(pacticipant)
                    && members.remove(version)
                    && version.equals(heads.get(branch))) {
                heads.remove(branch);
                versions.stream()
                        .filter(each -> each.pacticipant().equals(pacticipant) && members.contains(each.word()))
                        .forEach(each -> heads.put(branch, each.word()));
            }
        });
    }
}
