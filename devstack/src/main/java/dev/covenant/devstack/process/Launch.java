package dev.covenant.devstack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param name what people call it
 * @param command program and arguments
 * @param environment all that it sees, beside PATH, HOME, LANG and TZ of this process
 * @param log where its output goes
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path log) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A main class on the JDK that runs this one, compiled lightly: these processes live short or idle long. */
    public static Launch java(
            String name,
            String classpath,
            String main,
            List<String> arguments,
            Map<String, String> environment,
            Path log) {
        var command = new ArrayList<>(List.of(
                javaHome().resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classpath,
                main));
        command.addAll(arguments);
        return new Launch(name, command, environment, log);
    }

    /** The JDK that every process of the stack runs on. */
    public static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }
}
