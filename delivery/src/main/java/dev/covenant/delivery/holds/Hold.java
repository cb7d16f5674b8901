package dev.covenant.delivery.holds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Pause;

/** A file that this process has for itself until it closes it, or ends, however that happens: the lock is the system's. Who has it stands in it. */
public final class Hold implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Path file;
    private final FileChannel channel;

    private Hold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * At once, or not at all.
     *
     * @param what it is, for whoever is refused
     * @param purpose told to whoever is refused meanwhile
     * @throws DevstackException when another has it, saying who
     */
    public static Hold take(Path file, String what, String purpose, Clock clock) {
        return attempt(file, purpose, clock).orElseThrow(() -> refused(file, what));
    }

    /**
     * When whoever has it is done.
     *
     * @throws DevstackException when that takes longer than {@code limit}, as {@link #take}
     */
    public static Hold await(Path file, String what, String purpose, Clock clock, Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        while (true) {
            var held = attempt(file, purpose, clock);
            if (held.isPresent()) {
                return held.get();
            }
            if (System.nanoTime() > until) {
                throw refused(file, what);
            }
            Pause.of(BETWEEN_LOOKS, "another was busy");
        }
    }

    private static Optional<Hold> attempt(Path file, String purpose, Clock clock) {
        try {
            Files.createDirectories(file.getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (!isLocked(channel)) {
                    channel.close();
                    return Optional.empty();
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder(purpose, clock).getBytes(StandardCharsets.UTF_8)));
                return Optional.of(new Hold(file, channel));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot lock %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String holder(String purpose, Clock clock) {
        return "%s, process %d of %s, since %s"
                .formatted(
                        purpose,
                        ProcessHandle.current().pid(),
                        System.getProperty("user.name"),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byAnotherThread) {
            return false;
        }
    }

    private static DevstackException refused(Path file, String what) {
        return new DevstackException(
                "Somebody else has %s: %s. Try again when that has ended.".formatted(what, told(file)));
    }

    private static String told(Path file) {
        try {
            var holder = Files.readString(file);
            return holder.isEmpty() ? "it has only just begun" : holder;
        } catch (IOException notThere) {
            return "nobody knows who";
        }
    }

    /** Nobody is told of a holder that is no more. */
    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new DevstackException("Cannot unlock %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
