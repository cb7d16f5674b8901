package dev.covenant.devstack.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One end of a connection, played by hand. */
final class Line implements AutoCloseable {
    private static final int PATIENCE_MS = 10_000;
    private static final int SILENCE_MS = 100;

    private final Socket socket;

    Line(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    Line(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for as many bytes as this text has. */
    String hear(String expected) throws IOException {
        return new String(socket.getInputStream().readNBytes(expected.length()), StandardCharsets.UTF_8);
    }

    /** All until the other side ends. */
    String hearAll() throws IOException {
        var all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Whether nothing comes for a tenth of a second. */
    boolean isSilent() throws IOException {
        socket.setSoTimeout(SILENCE_MS);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MS);
        }
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
