package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

import dev.covenant.devstack.Directories;

/**
 * The key store and the LTPA keys that a server makes for itself when it first starts, kept for the servers after it: to make them takes
 * seconds of processor time.
 *
 * @param kept where they are, one directory for each pair of passwords
 * @param passwords the server.env with the passwords of both; another one needs other keys
 */
public record ServerKeys(Path kept, Path passwords) {
    private static final String[] FILES = {"key.p12", "ltpa.keys"};

    /** Puts them there when there are any. */
    void giveTo(Path security) {
        var mine = mine();
        if (Files.isDirectory(mine)) {
            Directories.copy(mine, security);
        }
    }

    /** Keeps those of a server that has started, unless there are some. Whoever is first of several at once decides. */
    void keep(Path security) {
        var mine = mine();
        if (Files.exists(mine) || !Stream.of(FILES).map(security::resolve).allMatch(Files::isRegularFile)) {
            return;
        }
        try {
            var draft = Files.createTempDirectory(Files.createDirectories(kept), "draft");
            for (var file : FILES) {
                Files.copy(security.resolve(file), draft.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
            try {
                Files.move(draft, mine, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                Directories.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mine() {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(passwords));
            return kept.resolve(HexFormat.of().formatHex(sum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has it", e);
        }
    }
}
