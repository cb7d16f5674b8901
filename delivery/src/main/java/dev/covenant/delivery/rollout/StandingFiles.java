package dev.covenant.delivery.rollout;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

import dev.covenant.delivery.holds.Hold;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/** A file for each service. */
public final class StandingFiles implements Standings {
    /** Each turn is two questions to the registry. */
    private static final Duration TURN = Duration.ofSeconds(90);

    private final Path directory;
    private final Clock clock;

    public StandingFiles(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Hold hold(Part service, String purpose) {
        return Hold.take(file(service, "lock"), service + " here", purpose, clock);
    }

    @Override
    public Hold turn(Part service) {
        return Hold.await(
                directory.resolve("record.lock"),
                "the record of this environment",
                "record of " + service,
                clock,
                TURN);
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
                            .map(version -> new Standing.Underway(
                                    Standing.Way.valueOf(values.getProperty("way")),
                                    version,
                                    Instant.parse(values.getProperty("since")))));
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
            values.setProperty("way", underway.way().name());
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
                var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Optional<String> value(Properties values, String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    private Path file(Part service, String kind) {
        return directory.resolve(service + "." + kind);
    }
}
