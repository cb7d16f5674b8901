package dev.covenant.devstack.faults;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** Which requests of one connection wait for their answers, and who may write to the caller. */
final class Turns {
    private final Queue<String> methods = new ArrayDeque<>();
    private boolean intercepting;
    private boolean calleeEnded;

    /** A request goes to the callee now. */
    synchronized void asked(MessageHead request) {
        methods.add(request.method());
    }

    /** The method of the request that is answered next. */
    synchronized String answering() throws IOException {
        if (methods.isEmpty()) {
            throw new EOFException("An answer that nobody asked for");
        }
        return methods.element();
    }

    synchronized void answered() {
        methods.remove();
        notifyAll();
    }

    /** Returns when all earlier requests have their answers: the interception may then write to the caller. */
    synchronized void beginInterception() throws IOException {
        try {
            while (!methods.isEmpty() && !calleeEnded) {
                wait();
            }
            intercepting = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** @return whether the callee has ended its connection meanwhile */
    synchronized boolean endInterception() {
        intercepting = false;
        return calleeEnded;
    }

    /** @return whether the caller is to hear of it now; during an interception it waits for something else */
    synchronized boolean calleeEnded() {
        calleeEnded = true;
        notifyAll();
        return !intercepting;
    }
}
