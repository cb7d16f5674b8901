package dev.covenant.devstack.stack;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StackLockTest {

    @Test
    void namesItsHolderAndCanBeTakenAgain(@TempDir Path root) throws Exception {
        var directory = new StackDirectory(root);
        assertThat(StackLock.holder(directory)).isEmpty();

        StackLock.take(directory).close();
        try (var _ = StackLock.take(directory)) {
            assertThat(StackLock.holder(directory)).hasValue(ProcessHandle.current());
        }
    }
}
