package dev.covenant.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Accepts every connection and never gives a whole answer. It counts the connections that its callers keep open. */
final class StubbornServer implements AutoCloseable {
    /** What it gives instead. */
    enum Habit {
        SILENCE(""),
        HEADERS_ONLY("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"),
        A_BYTE_A_SECOND("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"),
        ENDLESS_BODY("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");

        private static final byte[] CHUNK =
                ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        private final byte[] beginning;

        Habit(String beginning) {
            this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
        }

        private void answer(OutputStream out) throws IOException {
            out.write(beginning);
            while (this == A_BYTE_A_SECOND) {
                out.write(' ');
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
            while (this == ENDLESS_BODY) {
                out.write(CHUNK);
            }
        }
    }

    private final ServerSocket listener;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile Habit habit = Habit.SILENCE;

    StubbornServer() {
        try {
            listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::listen);
    }

    String url() {
        return "http://localhost:" + listener.getLocalPort();
    }

    /** From the next connection on; the count begins anew. */
    void adopt(Habit next) {
        habit = next;
        mostOpen.set(open.get());
    }

    int open() {
        return open.get();
    }

    /** The most at once since the habit began. */
    int mostOpen() {
        return mostOpen.get();
    }

    private void listen() {
        try {
            while (true) {
                var socket = listener.accept();
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (IOException closed) {
            // It has been closed.
        }
    }

    private void serve(Socket socket) {
        var answering = Thread.startVirtualThread(() -> {
            try {
                habit.answer(socket.getOutputStream());
            } catch (IOException callerGone) {
                // That is what is waited for below.
            }
        });
        try (socket) {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // Gone as well.
        } finally {
            open.decrementAndGet();
            answering.interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
