package dev.covenant.devstack.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.ProcessRecord;

/** Held by the one process that runs the stack of a directory. The system lets go of it when that process dies, however. */
public final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws DevstackException when a stack is running, naming its process */
    public static StackLock take(StackDirectory directory) {
        try {
            Files.createDirectories(directory.root());
            var channel = FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new DevstackException(
                        "Covenant is running already%s. See ./covenant status; ./covenant down stops it."
                                .formatted(holder(directory)
                                        .map(process -> " (pid " + process.pid() + ")")
                                        .orElse("")));
            }
            ProcessRecord.of(ProcessHandle.current()).write(directory.holder());
            return new StackLock(channel);
        } catch (IOException e) {
            throw new DevstackException("Cannot lock " + directory.lock() + ": " + e.getMessage(), e);
        }
    }

    /** The process that runs the stack now. */
    public static Optional<ProcessHandle> holder(StackDirectory directory) {
        return ProcessRecord.read(directory.holder()).flatMap(ProcessRecord::find);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
