package dev.covenant.devstack.openapi;

import java.util.List;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.Git;

/**
 * Which commits of main have the documents that a change is to be compared with. Those of a branch are compared with main's where it
 * left main. On main itself nothing has left: what is not committed is compared with the last commit, and what is, with the documents
 * before main changed them last.
 *
 * @param git in the folder of contracts
 * @param documents which files, from there
 * @param branch that a build server says it builds
 */
record MainLine(Git git, String documents, Optional<String> branch) {
    private static final System.Logger LOG = System.getLogger(MainLine.class.getName());
    private static final String ORIGIN = "refs/remotes/origin/main";

    /** @throws DevstackException when this clone does not have them, saying what to fetch */
    List<Former> formers() {
        var head = git.read("rev-parse", "--verify", "HEAD^{commit}");
        var left = left(head);
        if (!left.equals(head)) {
            return List.of(new Former(left, false));
        }
        var before = before(head);
        return before.map(former -> List.of(new Former(head, false), former)).orElse(List.of(new Former(head, false)));
    }

    private String left(String head) {
        var mains = git.read("for-each-ref", "--format=%(refname)", ORIGIN, "refs/heads/main")
                .lines()
                .toList();
        return mains.stream()
                .sorted((one, other) -> Boolean.compare(other.equals(ORIGIN), one.equals(ORIGIN)))
                .findFirst()
                .flatMap(main -> git.ask("merge-base", head, main))
                .orElseGet(() -> takenForMain(head));
    }

    /** Whatever has no name, or no origin, may be main itself; what is called otherwise is not. */
    private String takenForMain(String head) {
        var name = branch.or(() -> git.ask("symbolic-ref", "--quiet", "--short", "HEAD"));
        if (!git.read("remote").isEmpty()
                && name.filter(known -> !known.equals("main")).isPresent()) {
            throw unknown();
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "This clone does not say where main is: what is checked out is taken for it.");
        return head;
    }

    private DevstackException unknown() {
        return new DevstackException(
                "The documents of APIs are compared with main's where this branch left it, and this clone does not have that. Fetch it: git fetch%s origin +refs/heads/main:%s"
                        .formatted(isShallow() ? " --unshallow" : "", ORIGIN));
    }

    /** Empty when main always had these. A change that was taken back counts for nothing: else nobody could take one back. */
    private Optional<Former> before(String head) {
        var start = head;
        while (true) {
            var changes = git.read("rev-list", "-2", "--first-parent", start, "--", documents)
                    .lines()
                    .toList();
            var restored = changes.stream()
                    .skip(1)
                    .findFirst()
                    .flatMap(this::parent)
                    .filter(earlier -> areSame(earlier, head));
            if (restored.isEmpty()) {
                return changes.stream().findFirst().flatMap(last -> parent(last)
                        .map(commit -> new Former(commit, !last.equals(head))));
            }
            start = restored.get();
        }
    }

    private Optional<String> parent(String commit) {
        return git.ask("rev-parse", "--verify", "--quiet", commit + "^1");
    }

    private boolean areSame(String one, String other) {
        return git.ask("diff", "--quiet", one, other, "--", documents).isPresent();
    }

    /** Then what main had before may not be there. */
    boolean isShallow() {
        return git.read("rev-parse", "--is-shallow-repository").equals("true");
    }

    /**
     * One of them.
     *
     * @param settled what this one has and the next one has not is gone from main for longer than since its last commit
     */
    record Former(String commit, boolean settled) {}
}
