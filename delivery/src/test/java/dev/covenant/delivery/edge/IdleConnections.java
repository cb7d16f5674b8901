package dev.covenant.delivery.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who connects and says nothing. */
final class IdleConnections implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();

    IdleConnections(int port, int count) throws IOException {
        for (var i = 0; i < count; i++) {
            sockets.add(new Socket(InetAddress.getLoopbackAddress(), port));
        }
    }

    /** Returns when the other end has closed one of them. */
    void awaitHangUp(Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        while (sockets.stream().noneMatch(IdleConnections::isHungUp)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("All %d stay open".formatted(sockets.size()));
            }
        }
    }

    private static boolean isHungUp(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
