package dev.covenant.devstack.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;

/** The JSON logs of all servers of a run, those that died included. */
public final class ServiceLogs {
    /** Of one server, the current file and those before it: {@code <server>/output/<service>/logs/messages*.log}. */
    private static final Pattern FILE = Pattern.compile("([^/]+)/output/[^/]+/logs/messages[^/]*\\.log");

    private final Path run;

    public ServiceLogs(Path run) {
        this.run = run;
    }

    /** Every line for this order, and every line of a trace that one of those belongs to, in the order of time. */
    public List<LogLine> of(String orderId) {
        var named = lines(Set.of(orderId))
                .filter(line -> line.orderId().equals(orderId))
                .toList();
        var words =
                named.stream().map(LogLine::traceId).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        words.add(orderId);
        return lines(words)
                .filter(line -> line.orderId().equals(orderId) || words.contains(line.traceId()))
                .sorted(Comparator.comparing(LogLine::at))
                .toList();
    }

    private Stream<LogLine> lines(Collection<String> words) {
        return files().stream().flatMap(file -> linesWith(file, words));
    }

    private Stream<LogLine> linesWith(Path file, Collection<String> words) {
        var server = server(file).orElseThrow();
        try {
            // Read as Latin 1 no byte is wrong, and what is searched for is plain ASCII.
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> words.stream().anyMatch(line::contains))
                    .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                    .flatMap(line -> LogLine.read(server, line).stream());
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private List<Path> files() {
        try (var files = Files.find(run, 5, (file, _) -> server(file).isPresent())) {
            return files.sorted().toList();
        } catch (IOException | UncheckedIOException noRun) {
            return List.of();
        }
    }

    private Optional<String> server(Path file) {
        var found = FILE.matcher(run.relativize(file).toString());
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
