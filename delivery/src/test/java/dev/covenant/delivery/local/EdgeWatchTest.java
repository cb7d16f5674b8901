package dev.covenant.delivery.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;

import static org.assertj.core.api.Assertions.assertThat;

/** The edge is a process that does nothing. */
class EdgeWatchTest {
    @TempDir
    private Path directory;

    private final BlockingQueue<ChildProcess> started = new LinkedBlockingQueue<>();

    @Test
    void anEdgeThatDiesIsStartedAgainUntilItIsClosed() throws InterruptedException {
        try (var _ = new EdgeWatch(this::start, () -> {})) {
            started.take().kill();
            var second = started.poll(20, TimeUnit.SECONDS);
            assertThat(second).isNotNull();
            assertThat(second.isAlive()).isTrue();
            started.add(second);
        }
        assertThat(started.take().isAlive()).isFalse();
        assertThat(started).isEmpty();
    }

    @Test
    void oneThatCannotBeStartedAgainIsGivenUp() throws InterruptedException {
        var givenUp = new CountDownLatch(1);
        try (var _ = new EdgeWatch(this::startOnce, givenUp::countDown)) {
            started.take().kill();
            assertThat(givenUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private boolean wasStarted;

    private ChildProcess startOnce() {
        if (wasStarted) {
            throw new DevstackException("The port is taken");
        }
        wasStarted = true;
        return start();
    }

    private ChildProcess start() {
        var edge = ChildProcess.start(
                new Launch("edge", List.of("sleep", "600"), Map.of(), directory.resolve("edge.log")));
        started.add(edge);
        return edge;
    }
}
