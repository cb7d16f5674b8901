package dev.covenant.devstack.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.BiFunction;

/**
 * A TCP proxy in front of one callee, on a free port of loopback. It connects to the callee once for each connection that a
 * caller opens. As long as no fault is set and no rule waits, neither side can tell it from the other one, with one
 * exception: while nobody listens at the callee's port, a caller's connection is accepted and then reset.
 *
 * <p>Faults concern everything that flows. Rules concern single messages of HTTP/1.1: each catches the next request that
 * matches it and serves once; they are tried in the order in which they were made. A rule's pattern is a regular
 * expression that must match the whole of method and path, such as {@code POST /api/v1/payments/.+/capture}. What a rule
 * catches is read whole, so its answer must have an end, and travels to the callee over a connection of its own. Held
 * messages know nothing of each other. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {
    private final InetSocketAddress callee;
    private final Gate gate = new Gate();
    private final Rules rules = new Rules();
    private final Wires wires;
    private final Relay relay;
    private final Listener listener;

    private FaultProxy(int calleePort, BiFunction<Wires, Rules, Relay> relay) {
        this.callee = new InetSocketAddress(InetAddress.getLoopbackAddress(), calleePort);
        this.wires = new Wires(gate, callee);
        this.relay = relay.apply(wires, rules);
        this.listener = new Listener(this::serve);
    }

    /** For any protocol: faults only, rules never match. */
    public static FaultProxy forBytes(int calleePort) {
        return new FaultProxy(calleePort, (_, _) -> new ByteRelay());
    }

    /** For HTTP/1.1: faults and rules. */
    public static FaultProxy forHttp(int calleePort) {
        return new FaultProxy(calleePort, HttpRelay::new);
    }

    /** Where callers find it. */
    public int port() {
        return listener.port();
    }

    /** From now on this fault, instead of the one before. */
    public synchronized void inject(Fault fault) {
        gate.set(fault);
        switch (fault) {
            case Fault.Refuse() -> listener.refuse();
            case Fault.Reset() -> {
                listener.accept();
                wires.resetAll();
            }
            default -> listener.accept();
        }
        if (!(fault instanceof Fault.HalfOpen)) {
            wires.resetLossy();
        }
    }

    /** Ends the fault. Rules go on waiting, and messages that they hold stay held. */
    public void heal() {
        inject(new Fault.Pass());
    }

    /** Like new: ends the fault, forgets all rules and drops what they hold. */
    public void clear() {
        rules.clear();
        heal();
    }

    /** The next request that matches is read and not passed on. */
    public HeldMessage holdRequest(String match) {
        return rules.add("Hold request", match, Effects::holdRequest);
    }

    /** The next request that matches reaches the callee, and its answer is not passed on. */
    public HeldMessage holdAnswer(String match) {
        return rules.add("Hold answer", match, Effects::holdAnswer);
    }

    /** Like {@link #holdAnswer}, and the answer is dropped as soon as it is there. */
    public HeldMessage dropAnswer(String match) {
        var message = holdAnswer(match);
        message.drop();
        return message;
    }

    /**
     * The next request that matches is sent to the callee, and once more after it was answered. The caller gets the second
     * answer, and so does the handle; {@link HeldMessage#awaitHeld} returns then.
     */
    public HeldMessage duplicate(String match) {
        var message = rules.add("Duplicate", match, Effects::duplicate);
        message.release();
        return message;
    }

    /** Resets all connections and drops what is held. The port is free again. */
    @Override
    public void close() {
        listener.close();
        gate.set(new Fault.Reset());
        wires.resetAll();
        rules.clear();
    }

    private void serve(Socket socket) {
        try (socket;
                var caller = wires.accepted(socket)) {
            serve(caller);
        } catch (IOException e) {
            // The caller has gone before anything began.
        }
    }

    private void serve(Wire caller) {
        try {
            if (gate.connects()) {
                relay(caller);
            } else {
                caller.swallow();
            }
        } catch (IOException unreachable) {
            caller.reset();
        }
    }

    private void relay(Wire caller) throws IOException {
        try (var opposite = wires.toCallee()) {
            relay.run(caller, opposite);
        }
    }

    @Override
    public String toString() {
        return "proxy on port %d to %s".formatted(port(), callee);
    }
}
