package dev.covenant.devstack.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** For HTTP/1.1: finds where messages begin and end, and lets rules take requests out. */
final class HttpRelay implements Relay {
    private final Wires wires;
    private final Rules rules;

    HttpRelay(Wires wires, Rules rules) {
        this.wires = wires;
        this.rules = rules;
    }

    @Override
    public void run(Wire caller, Wire callee) {
        var turns = new Turns();
        var back = Thread.startVirtualThread(() -> passAnswers(caller, callee, turns));
        try {
            passRequests(caller, callee, turns);
            back.join();
        } catch (IOException broken) {
            caller.reset();
            callee.reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void passRequests(Wire caller, Wire callee, Turns turns) throws IOException {
        for (var head = MessageHead.read(caller.in()); head.isPresent(); head = MessageHead.read(caller.in())) {
            var request = head.get();
            var rule = request.isRequest() ? rules.take(request) : Optional.<Rule>empty();
            if (rule.isPresent()) {
                intercept(request, rule.get(), caller, turns);
            } else if (request.isRequest()) {
                turns.asked(request);
                pass(request, Framing.ofRequest(request), caller, callee);
            } else {
                // Both have switched to another protocol.
                pass(request, new Framing.UntilClose(), caller, callee);
            }
        }
        callee.endOutput();
    }

    private void intercept(MessageHead head, Rule rule, Wire caller, Turns turns) throws IOException {
        turns.beginInterception();
        rule.apply(head, caller, wires);
        if (turns.endInterception()) {
            caller.endOutput();
        }
    }

    private static void passAnswers(Wire caller, Wire callee, Turns turns) {
        try {
            for (var head = MessageHead.read(callee.in()); head.isPresent(); head = MessageHead.read(callee.in())) {
                passAnswer(head.get(), caller, callee, turns);
            }
            if (turns.calleeEnded()) {
                caller.endOutput();
            }
        } catch (IOException broken) {
            callee.reset();
            if (turns.calleeEnded()) {
                caller.reset();
            }
        }
    }

    private static void passAnswer(MessageHead head, Wire caller, Wire callee, Turns turns) throws IOException {
        var framing = Framing.ofAnswer(head, turns.answering());
        pass(head, framing, callee, caller);
        if (!head.isInterim()) {
            turns.answered();
        }
    }

    private static void pass(MessageHead head, Framing framing, Wire from, Wire to) throws IOException {
        to.out().write(head.bytes());
        if (from.in().available() == 0) {
            to.out().flush();
        }
        framing.copy(from.in(), to.out(), OutputStream.nullOutputStream());
        to.out().flush();
    }
}
