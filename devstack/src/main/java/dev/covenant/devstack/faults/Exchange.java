package dev.covenant.devstack.faults;

import java.io.EOFException;
import java.io.IOException;

/** A request that a rule took out of its connection, and what may be done with it. */
final class Exchange {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes();

    private final Wire caller;
    private final Wires wires;
    private final WholeMessage request;

    private Exchange(Wire caller, Wires wires, WholeMessage request) {
        this.caller = caller;
        this.wires = wires;
        this.request = request;
    }

    /** Reads the whole request, of which the head was read already. */
    static Exchange begin(MessageHead head, Wire caller, Wires wires) throws IOException {
        if (head.field("Expect").equals("100-continue")) {
            // Nobody else would ask the caller for the body.
            caller.out().write(CONTINUE);
            caller.out().flush();
        }
        return new Exchange(caller, wires, WholeMessage.read(head, Framing.ofRequest(head), caller.in()));
    }

    WholeMessage request() {
        return request;
    }

    /** Sends it to the callee over a new connection and reads the whole answer. */
    WholeMessage askCallee() throws IOException {
        try (var callee = wires.toCallee()) {
            request.writeTo(callee);
            var head = nextHead(callee);
            while (head.isInterim()) {
                head = nextHead(callee);
            }
            return WholeMessage.read(head, Framing.ofAnswer(head, request.head().method()), callee.in());
        }
    }

    /** Gives the caller this answer, if it still waits. */
    void answer(WholeMessage answer) throws IOException {
        answer.writeTo(caller);
        if (answer.framing() instanceof Framing.UntilClose) {
            caller.endOutput();
        }
    }

    void resetCaller() {
        caller.reset();
    }

    private MessageHead nextHead(Wire callee) throws IOException {
        return MessageHead.read(callee.in())
                .orElseThrow(() -> new EOFException(
                        "the callee gave no answer to " + request.head().lines().getFirst()));
    }
}
