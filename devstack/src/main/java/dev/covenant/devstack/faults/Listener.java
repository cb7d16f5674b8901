package dev.covenant.devstack.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** Accepts connections on one port of loopback, or refuses them and keeps the port. */
final class Listener implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final Consumer<Socket> server;
    private final InetSocketAddress address;
    private ServerSocket listening;
    private Thread acceptor;
    private Socket placeholder;

    /** Listens on a free port. Each accepted connection is handed to {@code server} on a thread of its own. */
    Listener(Consumer<Socket> server) {
        this.server = server;
        listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort());
    }

    int port() {
        return address.getPort();
    }

    synchronized void accept() {
        if (listening.isClosed()) {
            listen(address);
            closeQuietly(placeholder);
        }
    }

    synchronized void refuse() {
        if (!listening.isClosed()) {
            stopListening();
            placeholder = boundWithoutListening(address);
        }
    }

    @Override
    public synchronized void close() {
        stopListening();
        closeQuietly(placeholder);
    }

    private void stopListening() {
        closeQuietly(listening);
        try {
            // The system hears of it when the thread that accepts has let go.
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(InetSocketAddress on) {
        try {
            listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(on, BACKLOG);
            var socket = listening;
            acceptor = Thread.startVirtualThread(() -> acceptAll(socket));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + on, e);
        }
    }

    private void acceptAll(ServerSocket socket) {
        try {
            while (true) {
                var accepted = socket.accept();
                Thread.startVirtualThread(() -> server.accept(accepted));
            }
        } catch (IOException closed) {
            // It was told to stop.
        }
    }

    /** Otherwise the system may give the port to somebody else while nobody listens. */
    private static Socket boundWithoutListening(InetSocketAddress address) {
        try {
            var socket = new Socket();
            socket.setReuseAddress(true);
            socket.bind(address);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + address, e);
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("Cannot close " + socket, e);
        }
    }
}
