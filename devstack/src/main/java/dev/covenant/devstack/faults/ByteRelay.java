package dev.covenant.devstack.faults;

import java.io.IOException;

/** For any protocol: bytes are bytes. */
final class ByteRelay implements Relay {

    @Override
    public void run(Wire caller, Wire callee) {
        var back = Thread.startVirtualThread(() -> pass(callee, caller));
        pass(caller, callee);
        try {
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Wire from, Wire to) {
        try {
            from.passAllTo(to);
        } catch (IOException broken) {
            from.reset();
            to.reset();
        }
    }
}
