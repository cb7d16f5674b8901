package dev.covenant.chassis.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Accepts one connection after the other and does with each what the test says, however badly behaved. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch clientGone = new CountDownLatch(1);

    private RawServer(ServerSocket socket) {
        this.socket = socket;
    }

    static RawServer that(Behaviour behaviour) throws IOException {
        var server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.startVirtualThread(() -> server.serve(behaviour));
        return server;
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/");
    }

    /** Whether the client gave a connection back by then. */
    boolean seesClientGoWithin(int seconds) throws InterruptedException {
        return clientGone.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    private void serve(Behaviour behaviour) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.startVirtualThread(() -> handle(connection, behaviour));
            } catch (IOException closedMeanwhile) {
                return;
            }
        }
    }

    private void handle(Socket connection, Behaviour behaviour) {
        try (connection) {
            readHeaders(connection);
            behaviour.answer(new Connection(connection, closed));
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            // The client went away in the middle of an answer.
        } finally {
            clientGone.countDown();
        }
    }

    private static void readHeaders(Socket connection) throws IOException {
        var lineEnds = 0;
        while (lineEnds < 4) {
            var next = connection.getInputStream().read();
            if (next < 0) {
                throw new EOFException();
            }
            lineEnds = next == '\r' || next == '\n' ? lineEnds + 1 : 0;
        }
    }

    interface Behaviour {
        void answer(Connection connection) throws IOException;
    }

    /** One request's connection, once its headers are read. */
    record Connection(Socket socket, CountDownLatch closed) {
        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        /** A byte now and then, until the client or the test has had enough. */
        void drip() throws IOException {
            try {
                while (!closed.await(20, TimeUnit.MILLISECONDS)) {
                    send("x");
                }
            } catch (InterruptedException stopping) {
                throw new UncheckedIOException(new IOException(stopping));
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
