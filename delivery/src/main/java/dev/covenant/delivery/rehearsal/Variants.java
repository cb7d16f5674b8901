package dev.covenant.delivery.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.delivery.packages.Packages;
import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.stack.Part;

/**
 * Versions of a service to try things with: copies of one real package that differ in what the trial is about. Their names are commits that do
 * not exist; closing this deletes them.
 */
final class Variants implements AutoCloseable {
    private static final int VERSION_LENGTH = 40;

    private final Packages packages;
    private final List<Release> made = new ArrayList<>();

    Variants(Packages packages) {
        this.packages = packages;
    }

    /** The same in all but its name. */
    Release same(Release original, String letter) {
        return packed(original, letter, copied(original));
    }

    /** Brings a migration of its own: a column that the version before knows nothing of. */
    Release migrating(Release original, String letter, String table) {
        var draft = copied(original);
        write(
                draft.resolve(original.service() + "/WEB-INF/classes/db/migration/V9001__rehearsal.sql"),
                "ALTER TABLE %s ADD COLUMN rehearsed timestamptz;%n".formatted(table));
        return packed(original, letter, draft);
    }

    /** Starts and is never ready: it cannot get into its database. */
    Release neverReady(Release original, String letter) {
        return withVariable(original, letter, "DB_PASSWORD", "not-the-password");
    }

    /** Is ready and no good: it accepts nobody's token. */
    Release failingSmokeTest(Release original, String letter) {
        return withVariable(original, letter, "JWT_AUDIENCE", "somebody-else");
    }

    private Release withVariable(Release original, String letter, String variable, String value) {
        var draft = copied(original);
        var server = draft.resolve("liberty-usr/servers/%s/server.xml".formatted(original.service()));
        try {
            write(
                    server,
                    Files.readString(server)
                            .replace(
                                    "</server>",
                                    // A value wins over the environment, as a default does not.
                                    "<variable name=\"%s\" value=\"%s\"/></server>".formatted(variable, value)));
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + server, e);
        }
        return packed(original, letter, draft);
    }

    private Release packed(Release original, String letter, Path draft) {
        var release = packages.add(original.service(), letter.repeat(VERSION_LENGTH), draft);
        made.add(release);
        return release;
    }

    private Path copied(Release original) {
        var draft = packages.draft();
        Directories.delete(draft);
        Directories.copy(original.directory(), draft);
        return draft;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + file, e);
        }
    }

    /** Also those that an earlier rehearsal left, which was killed. */
    static void deleteLeftOvers(Packages packages, Part service, List<String> letters) {
        letters.forEach(letter -> packages.find(service, letter.repeat(VERSION_LENGTH))
                .ifPresent(release -> Directories.delete(release.directory())));
    }

    @Override
    public void close() {
        made.forEach(release -> Directories.delete(release.directory()));
    }
}
