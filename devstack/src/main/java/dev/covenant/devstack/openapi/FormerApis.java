package dev.covenant.devstack.openapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.covenant.devstack.contracts.Git;

/**
 * The documents as they were before this work began: as git has them where this branch left main. What the working tree has may be
 * written by the very change that is to be judged, so it counts only in a tree without git.
 *
 * @param commit empty when git does not have the documents
 */
record FormerApis(ApiFolder folder, Optional<String> commit) {
    private static final int SHORT = 9;

    static FormerApis of(ApiFolder folder) {
        var git = new Git(folder.contracts());
        // On main itself the two are one: its last commit.
        var commit = Stream.of("origin/main", "main")
                .flatMap(main -> git.ask("merge-base", "HEAD", main).stream())
                .findFirst()
                .or(() -> git.ask("rev-parse", "--verify", "HEAD"))
                .filter(found -> !names(git, found).isEmpty());
        return new FormerApis(folder, commit);
    }

    /** Those of a service. */
    List<ApiDocument> documents(String service) {
        return commit.map(found -> names(git(), found).stream()
                        .filter(name -> name.matches(service + "-v\\d+"))
                        .map(this::document)
                        .toList())
                .orElseGet(() -> folder.documents(service));
    }

    /** Empty of operations when it was not there. */
    ApiDocument document(String name) {
        return commit.map(found -> git().ask("show", "%s:./openapi/%s.yaml".formatted(found, name))
                        .map(text -> new ApiDocument(name, Yaml.read(text)))
                        .orElseGet(() -> new ApiDocument(name, JsonNodeFactory.instance.objectNode())))
                .orElseGet(() -> folder.document(name));
    }

    /** For people: which documents these are. */
    String source() {
        return commit.map(found -> "commit " + found.substring(0, SHORT))
                .orElse("the working tree, since git does not have them");
    }

    private Git git() {
        return new Git(folder.contracts());
    }

    private static List<String> names(Git git, String commit) {
        return git.ask("ls-tree", "--name-only", commit, "./openapi/").stream()
                .flatMap(String::lines)
                .filter(file -> file.endsWith(".yaml"))
                .map(file -> file.replaceFirst(".*/", "").replace(".yaml", ""))
                .toList();
    }
}
