package dev.covenant.devstack.contracts.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.covenant.devstack.DevstackException;

/**
 * A change of one file.
 *
 * @param file from the root of the checkout
 * @param from text that is in it once
 * @param to in its place
 */
record Edit(String file, String from, String to) {

    void applyIn(Path root) {
        var path = root.resolve(file);
        try {
            var text = Files.readString(path);
            if (!fits(text)) {
                throw new DevstackException(
                        "The rehearsal no longer fits the code: \"%s\" should be in %s once.".formatted(from, file));
            }
            Files.writeString(path, text.replace(from, to));
        } catch (IOException e) {
            throw new DevstackException("Cannot change " + path + ": " + e.getMessage(), e);
        }
    }

    boolean fits(String text) {
        return text.contains(from) && text.indexOf(from) == text.lastIndexOf(from);
    }
}
