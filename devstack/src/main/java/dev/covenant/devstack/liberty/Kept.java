package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.covenant.devstack.Directories;

/** Directories that whoever comes first fills once, for those after him. */
final class Kept {

    private Kept() {}

    interface Filling {
        /** Makes the directory, with all that is to be in it. */
        void into(Path directory) throws IOException;
    }

    /** Whoever is first of several at once decides; nobody ever sees it half full. */
    static void once(Path directory, Filling filling) throws IOException {
        if (Files.exists(directory)) {
            return;
        }
        var draft = Files.createTempDirectory(Files.createDirectories(directory.getParent()), "draft");
        try {
            var whole = draft.resolve("whole");
            filling.into(whole);
            Files.move(whole, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Directories.delete(draft);
        }
    }

    /** The name of a directory for whatever depends on just this. */
    static String name(String content) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has it", e);
        }
    }
}
