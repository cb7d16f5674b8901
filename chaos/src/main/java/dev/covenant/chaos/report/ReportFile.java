package dev.covenant.chaos.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.covenant.chaos.ChaosResult;
import dev.covenant.chaos.experiment.Finding;
import dev.covenant.devstack.DevstackException;

/** Writes the report of a run as one HTML file that needs nothing else. */
public final class ReportFile {
    private ReportFile() {}

    /** @param findings of the experiments that were made before it */
    public static void write(Path file, ChaosResult result, List<Finding> findings) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, page(result, findings));
        } catch (IOException e) {
            throw new DevstackException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    static String page(ChaosResult result, List<Finding> findings) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Chaos, seed %d</title>
                <style>
                %s</style>
                </head>
                <body>
                %s%s%s</body>
                </html>
                """.formatted(
                        result.plan().seed(),
                        style(),
                        new Headline(result, findings),
                        new Charts(result),
                        new Tables(result, findings));
    }

    private static String style() {
        try (InputStream style = ReportFile.class.getResourceAsStream("/report/style.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
