package dev.covenant.devstack.cli;

import java.util.Optional;
import java.util.regex.Pattern;

/** Picks from what dev mode says the lines that help the person who changes code. All of them are in the log. */
final class DevOutput {
    private static final String LEVEL = "^\\[(INFO|WARNING|ERROR)] ?";
    private static final Pattern RUNNING = Pattern.compile("Liberty is running in dev mode");
    /** What Liberty and its parts say in passing: level A or I before the message's code. */
    private static final Pattern LIBERTY_CHATTER =
            Pattern.compile(" [AI] [A-Z]{2,8}\\d{4,6}[AI]?: |\\[AUDIT +]|^CWWKM\\d{4}I:");

    private static final Pattern UPDATED = Pattern.compile("CWWKZ0003I: .* updated in ([\\d.]+) seconds");
    private static final Pattern MAVEN_CHATTER =
            Pattern.compile("^(Running |Copying |Recompil|Nothing to compile|skip non)");

    private boolean running;

    /** The line as it should be shown, if it should. */
    Optional<String> shown(String line) {
        var text = line.replaceFirst(LEVEL, "");
        running |= RUNNING.matcher(line).find();
        var updated = UPDATED.matcher(text);
        if (updated.find()) {
            return Optional.of("The changed application runs (redeployed in " + updated.group(1) + " s).");
        }
        if (line.startsWith("[ERROR]") || line.startsWith("[WARNING]") && running) {
            return Optional.of(text);
        }
        var chatter = LIBERTY_CHATTER.matcher(text).find()
                || MAVEN_CHATTER.matcher(text).find();
        return running && !chatter ? Optional.of(text) : Optional.empty();
    }
}
