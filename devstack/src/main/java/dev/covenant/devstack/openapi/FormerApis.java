package dev.covenant.devstack.openapi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.BuildBranch;
import dev.covenant.devstack.contracts.Git;
import dev.covenant.devstack.openapi.MainLine.Former;

/**
 * The documents as they were before: as git has them on main, and as what is deployed has them. What the working tree has may be written
 * by the very change that is to be judged, so it counts only in a tree without git.
 *
 * @param former empty when there is no git
 */
record FormerApis(ApiFolder folder, Optional<Former> former) {
    private static final System.Logger LOG = System.getLogger(FormerApis.class.getName());
    private static final int SHORT = 9;

    /**
     * All that a service's are to be compared with.
     *
     * @param deployed which versions of the service run somewhere: a version is a commit
     * @param environment variables of this process, of which some may name the branch
     * @throws DevstackException when there is a git that does not have one of them, or refuses to look
     */
    static List<FormerApis> of(
            ApiFolder folder, String service, List<String> deployed, Map<String, String> environment) {
        if (!isInGit(folder.contracts().toAbsolutePath())) {
            return List.of(new FormerApis(folder, Optional.empty()));
        }
        var git = new Git(folder.contracts());
        var main = new MainLine(git, "openapi/%s-v*.yaml".formatted(service), new BuildBranch(environment).name());
        var formers = main.formers();
        if (main.isShallow()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "This clone is shallow: what main changed before its first commit is compared with nothing. git fetch --unshallow");
        }
        return Stream.concat(
                        formers.stream(),
                        deployed.stream().map(version -> new Former(commit(git, service, version), false)))
                .distinct()
                .map(former -> new FormerApis(folder, Optional.of(former)))
                .toList();
    }

    /** Those of a service. */
    List<ApiDocument> documents(String service) {
        return former.map(_ -> names().stream()
                        .filter(name -> name.matches(service + "-v\\d+"))
                        .map(this::document)
                        .toList())
                .orElseGet(() -> folder.documents(service));
    }

    /** Empty of operations when it was not there. */
    ApiDocument document(String name) {
        if (former.isEmpty()) {
            return folder.document(name);
        }
        return new ApiDocument(
                name,
                names().contains(name)
                        ? Yaml.read(git().read(
                                        "show",
                                        "%s:./openapi/%s.yaml"
                                                .formatted(former.get().commit(), name)))
                        : JsonNodeFactory.instance.objectNode());
    }

    /** Whether what went since then is gone from main for longer than since its last commit. */
    boolean isSettled() {
        return former.filter(Former::settled).isPresent();
    }

    /** For people: which documents these are. */
    String source() {
        return former.map(found -> "commit " + found.commit().substring(0, SHORT))
                .orElse("the working tree, since there is no git");
    }

    private Git git() {
        return new Git(folder.contracts());
    }

    private List<String> names() {
        return git().read("ls-tree", "--name-only", former.orElseThrow().commit(), "./openapi/")
                .lines()
                .filter(file -> file.endsWith(".yaml"))
                .map(file -> file.replaceFirst(".*/", "").replace(".yaml", ""))
                .toList();
    }

    private static boolean isInGit(Path folder) {
        return Stream.iterate(folder, directory -> directory != null, Path::getParent)
                .anyMatch(directory -> Files.exists(directory.resolve(".git")));
    }

    private static String commit(Git git, String service, String version) {
        return Optional.of(version)
                .filter(number -> number.matches("\\p{XDigit}{7,64}"))
                .flatMap(number -> git.ask("rev-parse", "--verify", "--quiet", number + "^{commit}"))
                .orElseThrow(() -> new DevstackException(
                        "%s %s is deployed, and its documents are to be compared with: this clone has no such commit. Fetch it: git fetch --all (a shallow clone: git fetch --unshallow)"
                                .formatted(service, version)));
    }
}
