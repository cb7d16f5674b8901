package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The errors that a server wrote to its console, whatever the format of the log: Liberty's message codes end with E for an
 * error.
 *
 * @param messages from the code on, long ones cut, the first ten
 */
record LibertyErrors(List<String> messages) {
    private static final Pattern ERROR = Pattern.compile("\\b[A-Z]{4,5}\\d{4}E: .*");
    /** The application manager's: Liberty itself goes on running without its application. */
    private static final Pattern APPLICATION = Pattern.compile("CWWKZ\\d{4}E: .*");

    private static final int MOST = 10;
    private static final int WIDTH = 500;

    /** @param from the first byte that counts; what stands before it is of an earlier run */
    static LibertyErrors in(Path console, long from) {
        try (var log = FileChannel.open(console).position(from)) {
            return of(new String(Channels.newInputStream(log).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException notWrittenYet) {
            return new LibertyErrors(List.of());
        }
    }

    static LibertyErrors of(String log) {
        return new LibertyErrors(ERROR.matcher(log)
                .results()
                .map(found -> found.group().strip())
                .map(message -> message.length() > WIDTH ? message.substring(0, WIDTH) + " ..." : message)
                .distinct()
                .limit(MOST)
                .toList());
    }

    boolean nameTheApplication() {
        return messages.stream().anyMatch(APPLICATION.asMatchPredicate());
    }
}
