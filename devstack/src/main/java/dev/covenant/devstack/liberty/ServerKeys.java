package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import dev.covenant.devstack.Directories;

/**
 * The key store and the LTPA keys that a server makes for itself when it first starts, kept for the servers after it: to make them takes
 * seconds of processor time.
 *
 * @param kept where they are, one directory for each pair of passwords
 * @param passwords the server.env with the passwords of both; another one needs other keys
 */
record ServerKeys(Path kept, Path passwords) {
    private static final System.Logger LOG = System.getLogger(ServerKeys.class.getName());
    private static final String STORE = "key.p12";
    private static final String LTPA = "ltpa.keys";

    /** Puts them there when there are any. */
    void giveTo(Path security) {
        var mine = mine();
        if (Files.isDirectory(mine)) {
            Directories.copy(mine, security);
        }
    }

    /**
     * Keeps those of a server that has started, unless there are some. Whoever is first of several at once decides. Where they cannot be
     * kept, the next server makes its own.
     */
    void keep(Path security) {
        try {
            if (isWhole(security)) {
                Kept.once(mine(), draft -> copy(security, draft));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "The keys of {0} are not kept: {1}", security, e);
        }
    }

    private static void copy(Path security, Path draft) throws IOException {
        Files.createDirectory(draft);
        for (var file : List.of(STORE, LTPA)) {
            Files.copy(security.resolve(file), draft.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** A server is ready before its LTPA keys are, which it writes line by line. */
    private static boolean isWhole(Path security) throws IOException {
        var ltpa = security.resolve(LTPA);
        return Files.isRegularFile(security.resolve(STORE))
                && Files.isRegularFile(ltpa)
                && Stream.of("3DESKey=", "PrivateKey=", "PublicKey=").allMatch(Files.readString(ltpa)::contains);
    }

    private Path mine() {
        try {
            return kept.resolve(Kept.name(Files.readString(passwords)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
