package dev.covenant.devstack.testing.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a build made, searched for what must come from outside. */
final class PackageContents {
    private static final Pattern KEY_FILE = Pattern.compile("(?i).*\\.(p12|pfx|jks|jceks|pem|key|keys)");
    private static final Pattern SETTINGS = Pattern.compile(".*\\.(xml|properties|env|json|yaml|yml)");
    /** A value that stands there itself, in place of the name of a variable. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(password|secret|_key|\\.key)(\"\\s+(default)?value)?\\s*[=:]\\s*\"?(?!\\$\\{)[^\"\\s]+");
    /** Random words that Liberty's plug-in makes for files which each server makes itself: see docs/security.md. */
    private static final Pattern OF_THE_BUILD = Pattern.compile("(keystore|ltpa_keys)_password=\\w+");

    private PackageContents() {}

    /** Files and lines that look like a secret; none is as it should be. */
    static List<String> secretsBelow(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(PackageContents::secretsIn)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> secretsIn(Path file) {
        var name = file.getFileName().toString();
        if (KEY_FILE.matcher(name).matches()) {
            return Stream.of(name);
        }
        return SETTINGS.matcher(name).matches() ? secretLines(file) : Stream.empty();
    }

    private static Stream<String> secretLines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .filter(line -> SECRET.matcher(line).find())
                    .filter(line -> !OF_THE_BUILD.matcher(line).matches())
                    .map(line -> file.getFileName() + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
