package dev.covenant.devstack.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One of a proxy's connections. Read freely, written through the gate. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final GatedOutput gated;
    private final OutputStream out;
    private final Wires registry;
    private volatile boolean cutOff;

    Wire(Socket socket, Gate gate, Wires registry) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.gated = new GatedOutput(socket.getOutputStream(), gate);
        this.out = new BufferedOutputStream(gated);
        this.registry = registry;
    }

    InputStream in() {
        return in;
    }

    /** Buffered: flush it. */
    OutputStream out() {
        return out;
    }

    /** Passes on all that comes here until its end, and then the end. */
    void passAllTo(Wire other) throws IOException {
        var piece = new byte[8192];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            other.out.write(piece, 0, length);
            other.out.flush();
        }
        other.endOutput();
    }

    /** Tells the peer that nothing more comes from here. */
    void endOutput() throws IOException {
        out.flush();
        if (gated.passes()) {
            socket.shutdownOutput();
        }
    }

    /** Takes what comes and never answers. */
    void swallow() throws IOException {
        cutOff = true;
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Whether something that was sent over it is lost. */
    boolean isLossy() {
        return cutOff || gated.isLossy();
    }

    /** RST: the peer hears that the connection broke. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closedAlready) {
            // Then there is nothing to break.
        }
        close();
    }

    /** FIN, for a peer that was told all there is to tell. */
    @Override
    public void close() {
        registry.remove(this);
        try {
            socket.close();
        } catch (IOException e) {
            // Nobody could do more than not use it any more.
        }
    }
}
