package dev.covenant.delivery.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;

/** The SHA-256 of every file of a package, in a file beside them: what runs is what was built. */
final class Seal {
    private static final String NAME = "SHA256SUMS";

    private Seal() {}

    static void write(Path directory) {
        try {
            Files.writeString(directory.resolve(NAME), sums(directory));
        } catch (IOException e) {
            throw new DevstackException("Cannot seal %s: %s".formatted(directory, e.getMessage()), e);
        }
    }

    /** @throws DevstackException when a file was changed, came or went since it was built */
    static void check(Path directory) {
        try {
            if (!Files.readString(directory.resolve(NAME)).equals(sums(directory))) {
                throw new DevstackException(
                        "The package in %s is not as it was built (cd there; sha256sum -c %s tells where). Delete it and build it again."
                                .formatted(directory, NAME));
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot read the package in %s: %s".formatted(directory, e.getMessage()), e);
        }
    }

    /** In the format of sha256sum. */
    private static String sums(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(directory::relativize)
                    .filter(file -> !file.toString().equals(NAME))
                    .sorted()
                    .map(file -> sum(directory.resolve(file)) + "  " + file + "\n")
                    .collect(Collectors.joining());
        }
    }

    private static String sum(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has it", e);
        }
    }
}
