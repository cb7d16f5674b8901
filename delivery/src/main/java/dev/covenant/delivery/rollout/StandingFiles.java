package dev.covenant.delivery.rollout;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/** A file for each service. The lock is the system's: it goes with its process. */
public final class StandingFiles implements Standings {
    private final Path directory;
    private final Clock clock;

    public StandingFiles(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Hold hold(Part service, String purpose) {
        var holder = file(service, "holder");
        try {
            Files.createDirectories(directory);
            var channel = FileChannel.open(file(service, "lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new DevstackException("Somebody else changes %s here: %s. Try again when that has ended."
                        .formatted(service, read(holder)));
            }
            Files.writeString(
                    holder,
                    "%s, process %d of %s, since %s"
                            .formatted(
                                    purpose,
                                    ProcessHandle.current().pid(),
                                    System.getProperty("user.name"),
                                    clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            return () -> release(channel);
        } catch (IOException e) {
            throw new DevstackException("Cannot lock %s: %s".formatted(directory, e.getMessage()), e);
        }
    }

    @Override
    public Standing read(Part service) {
        var file = file(service, "properties");
        if (!Files.exists(file)) {
            return Standing.NOTHING;
        }
        try {
            var values = new Properties();
            values.load(new StringReader(Files.readString(file)));
            return new Standing(
                    value(values, "current"),
                    value(values, "previous"),
                    value(values, "underway")
                            .map(version ->
                                    new Standing.Underway(version, Instant.parse(values.getProperty("since")))));
        } catch (IOException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void write(Part service, Standing standing) {
        var values = new Properties();
        standing.current().ifPresent(version -> values.setProperty("current", version));
        standing.previous().ifPresent(version -> values.setProperty("previous", version));
        standing.underway().ifPresent(underway -> {
            values.setProperty("underway", underway.version());
            values.setProperty("since", underway.since().toString());
        });
        var file = file(service, "properties");
        try {
            Files.createDirectories(directory);
            var text = new StringWriter();
            values.store(text, null);
            var draft = file(service, "draft");
            try (var channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DevstackException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byAnotherThread) {
            return false;
        }
    }

    private static String read(Path holder) {
        try {
            return Files.readString(holder);
        } catch (IOException notWrittenYet) {
            return "it has only just begun";
        }
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DevstackException("Cannot unlock: " + e.getMessage(), e);
        }
    }

    private static Optional<String> value(Properties values, String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    private Path file(Part service, String kind) {
        return directory.resolve(service + "." + kind);
    }
}
