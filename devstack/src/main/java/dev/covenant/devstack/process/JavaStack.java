package dev.covenant.devstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Where the main thread of a Java process is: what is to be known of one that does not start and says nothing. */
final class JavaStack {
    private static final String MAIN = "\"main\"";
    private static final int FRAMES = 15;
    private static final int ANSWER_SECONDS = 10;

    private JavaStack() {}

    /** For a message: the innermost 15 frames, or why there are none. Asks the JDK's jcmd, for at most 10 s. */
    static String ofMain(ChildProcess process) {
        Path answer = null;
        try {
            answer = Files.createTempFile("covenant-threads", ".txt");
            var jcmd = Launch.javaHome().resolve("bin/jcmd").toString();
            var asking = new ProcessBuilder(jcmd, Long.toString(process.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            if (!asking.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                asking.destroyForcibly();
                return "It does not tell where its threads are (state %s)."
                        .formatted(ProcessState.of(process.pid()).letter());
            }
            return main(Files.readString(answer, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "Where its threads are cannot be asked: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            delete(answer);
        }
    }

    private static String main(String dump) {
        var main = dump.lines()
                .dropWhile(line -> !line.startsWith(MAIN))
                .takeWhile(line -> !line.isBlank())
                .limit(FRAMES + 2)
                .map(line -> "  | " + line)
                .collect(Collectors.joining("\n"));
        return main.isEmpty() ? "Its main thread has ended." : "Its main thread:\n" + main;
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.delete(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
