package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

/** What the providers' tests leave behind: JUnit's counts, and a text for each interaction that is not kept. */
final class VerificationReports {
    /** Written by the tests' {@code ContractCheck}; each text begins with one of these words at the beginning of a line. */
    private static final String MESSAGES = "broken-contracts.txt";

    private static final String PENDING = "PENDING  ";
    private static final Pattern BEGIN = Pattern.compile("(?m)^(?=BROKEN   |PENDING  )");

    private static final Pattern COUNTS = Pattern.compile("<testsuite [^>]*?tests=\"(\\d+)\"");

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
            var counted = COUNTS.matcher(text(summary(provider)));
            interactions += counted.find() ? Integer.parseInt(counted.group(1)) : 0;
            BEGIN.splitAsStream(text(messages(provider)))
                    .filter(message -> !message.isBlank())
                    .map(String::strip)
                    .forEach(message -> (message.startsWith(PENDING) ? pending : broken).add(message));
        }
        return new Verified(interactions - broken.size() - pending.size(), broken, pending);
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
}
