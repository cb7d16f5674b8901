package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

/** What the providers' tests leave behind: JUnit's counts, and a text for each interaction that is not kept. */
final class VerificationReports {
    /** Written by the tests' {@code ContractVerification}; each text begins with one of these words at the beginning of a line. */
    private static final String MESSAGES = "broken-contracts.txt";

    private static final String BROKEN = "BROKEN   ";
    private static final String PENDING = "PENDING  ";
    private static final Pattern BEGIN = Pattern.compile("(?m)^(?=%s|%s)".formatted(BROKEN, PENDING));

    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");

    private final Workspace workspace;

    VerificationReports(Workspace workspace) {
        this.workspace = workspace;
    }

    void forget(Collection<Part> providers) {
        for (var provider : providers) {
            for (var file : List.of(messages(provider), summary(provider))) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new DevstackException("Cannot delete " + file + ": " + e.getMessage(), e);
                }
            }
        }
    }

    Verified read(Collection<Part> providers) {
        var broken = new ArrayList<String>();
        var pending = new ArrayList<String>();
        var interactions = 0;
        for (var provider : providers) {
            interactions += tests(provider).ran();
            broken.addAll(messages(provider, BROKEN));
            pending.addAll(messages(provider, PENDING));
        }
        return new Verified(interactions - broken.size() - pending.size(), broken, pending);
    }

    /** Why what was read is not all that there is to know, if so. One line each. */
    List<String> gaps(Collection<Part> providers) {
        return providers.stream().flatMap(this::gap).toList();
    }

    private Stream<String> gap(Part provider) {
        var tests = tests(provider);
        var untold = tests.failed() - messages(provider, BROKEN).size();
        if (tests.ran() <= 0) {
            return Stream.of(
                    "%s verified nothing: no test of its %s ran".formatted(provider, ContractTree.PROVIDER_TEST));
        }
        return untold == 0
                ? Stream.empty()
                : Stream.of("%d tests of %s failed, of which %d named an interaction"
                        .formatted(tests.failed(), provider, tests.failed() - untold));
    }

    private List<String> messages(Part provider, String kind) {
        return BEGIN.splitAsStream(text(messages(provider)))
                .filter(message -> message.startsWith(kind))
                .map(String::strip)
                .toList();
    }

    private Tests tests(Part provider) {
        var suite = SUITE.matcher(text(summary(provider)));
        return suite.find() ? Tests.of(suite.group()) : new Tests(0, 0, 0);
    }

    private Path messages(Part provider) {
        return workspace.build(provider.module()).resolve(MESSAGES);
    }

    private Path summary(Part provider) {
        var reports = workspace.build(provider.module()).resolve("failsafe-reports");
        if (!Files.isDirectory(reports)) {
            return reports.resolve("none");
        }
        try (var files = Files.list(reports)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("TEST-.*\\." + ContractTree.PROVIDER_TEST + "\\.xml"))
                    .findFirst()
                    .orElse(reports.resolve("none"));
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + reports + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** JUnit's counts. @param failed failures and errors */
    private record Tests(int all, int failed, int skipped) {
        static Tests of(String suite) {
            return new Tests(
                    count(suite, "tests"), count(suite, "failures") + count(suite, "errors"), count(suite, "skipped"));
        }

        int ran() {
            return all - skipped;
        }

        private static int count(String suite, String attribute) {
            var found = Pattern.compile(" %s=\"(\\d+)\"".formatted(attribute)).matcher(suite);
            return found.find() ? Integer.parseInt(found.group(1)) : 0;
        }
    }
}
