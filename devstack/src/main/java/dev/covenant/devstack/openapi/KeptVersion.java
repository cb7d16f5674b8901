package dev.covenant.devstack.openapi;

import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

/**
 * One version of an API as the server has it, beside the document that is kept of it.
 *
 * @param former what consumers keep to: those that it is compared with
 * @param all versions that the server has
 */
record KeptVersion(
        ApiFolder folder, List<FormerApis> former, ApiDocument served, List<ApiDocument> all, Retirement retirement) {
    private static final int CONTEXT = 3;

    /**
     * @param accepting whether a change that breaks nobody is kept from now on
     * @throws AssertionError which says what is different and what to do
     */
    void check(boolean accepting) {
        former.forEach(this::refuseBreaks);
        if (!isAsKept() && !accepting) {
            throw new AssertionError("""
                    %s is not what contracts/openapi/%s.yaml says. Nothing in it breaks a consumer%s. The difference:

                    %s

                    Accept it: COVENANT_OPENAPI=accept %s, look at it, and commit it.
                    """.formatted(served.name(), served.name(), goes(), difference(), command()));
        }
        // Whoever takes it out of the file by hand is asked no less.
        former.forEach(this::refuseWhatIsInUse);
        if (!isAsKept()) {
            folder.keep(served);
        }
    }

    private void refuseBreaks(FormerApis former) {
        var broken = changes(former).found();
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    """
                    %s would break consumers that keep to contracts/openapi/%s.yaml (of %s):
                      %s
                    Take it back, or make it a version of its own beside this one: docs/versioning.md.
                    """.formatted(served.name(), served.name(), former.source(), String.join("\n  ", broken)));
        }
    }

    private void refuseWhatIsInUse(FormerApis former) {
        var retired = changes(former).retired();
        // Whoever comes to main after it went has nobody to ask, and nothing to take back.
        if (retired.isEmpty() || (former.isSettled() && !retirement.isAsked())) {
            return;
        }
        if (!retirement.isAsked()) {
            throw new AssertionError("""
                    %s loses %s, which %s has. That is accepted only when both can be asked whether somebody uses it:
                      %s
                    """.formatted(served.name(), retired, former.source(), retirement.asked()));
        }
        var objections = retirement.objectionsToRemoving(retired, all);
        if (!objections.isEmpty()) {
            throw new AssertionError(
                    "%s loses %s, but:%n  %s".formatted(served.name(), retired, String.join("\n  ", objections)));
        }
    }

    private BreakingChanges changes(FormerApis former) {
        return BreakingChanges.between(former.document(served.name()), served);
    }

    private boolean isAsKept() {
        return served.operations().isEmpty()
                ? folder.text(served.name()).isEmpty()
                : folder.text(served.name())
                        .filter(Yaml.write(served.root())::equals)
                        .isPresent();
    }

    private String goes() {
        var retired = former.stream()
                .flatMap(earlier -> changes(earlier).retired().stream())
                .distinct()
                .toList();
        return retired.isEmpty() ? "" : ", unless it still uses what goes: " + String.join(", ", retired);
    }

    private String difference() {
        var name = served.name() + ".yaml";
        var before = lines(folder.text(served.name()).orElse(""));
        var after = served.operations().isEmpty() ? List.<String>of() : lines(Yaml.write(served.root()));
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        "contracts/openapi/" + name,
                        "the server's " + name,
                        before,
                        DiffUtils.diff(before, after),
                        CONTEXT));
    }

    private String command() {
        return "./mvnw -pl %s -am verify -Dit.test=OpenApiIT -Dtest=NoTest -Dsurefire.failIfNoSpecifiedTests=false"
                .formatted(retirement.service());
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
