package dev.covenant.devstack.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All open connections of one proxy. */
final class Wires {
    private final Gate gate;
    private final InetSocketAddress callee;
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();

    Wires(Gate gate, InetSocketAddress callee) {
        this.gate = gate;
        this.callee = callee;
    }

    /** One that a caller opened. */
    Wire accepted(Socket socket) throws IOException {
        var wire = new Wire(socket, gate, this);
        open.add(wire);
        return wire;
    }

    /** A new one to the callee. */
    Wire toCallee() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(callee);
            return accepted(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void resetAll() {
        open.forEach(Wire::reset);
    }

    void resetLossy() {
        open.stream().filter(Wire::isLossy).forEach(Wire::reset);
    }

    void remove(Wire wire) {
        open.remove(wire);
    }
}
