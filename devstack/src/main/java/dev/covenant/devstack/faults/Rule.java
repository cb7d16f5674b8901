package dev.covenant.devstack.faults;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What happens to one message.
 *
 * @param match on method and path
 * @param message the handle of whoever made the rule
 * @param effect on the exchange that matches
 */
record Rule(Pattern match, HeldMessage message, Effect effect) {

    boolean concerns(MessageHead request) {
        return match.matcher(request.method() + " " + request.path()).matches();
    }

    /** @param head of the request; the rest is still to be read from {@code caller} */
    void apply(MessageHead head, Wire caller, Wires wires) throws IOException {
        try {
            effect.on(Exchange.begin(head, caller, wires), message);
        } catch (IOException e) {
            message.failed(e);
            throw e;
        }
    }

    /** Runs on the thread of the caller's connection. */
    interface Effect {
        void on(Exchange exchange, HeldMessage message) throws IOException;
    }
}
