package dev.covenant.devstack.faults;

import java.io.IOException;

/** What rules do to an exchange. */
final class Effects {

    private Effects() {}

    static void holdRequest(Exchange exchange, HeldMessage message) throws IOException {
        message.held(exchange.request().asRequest());
        if (message.isReleased()) {
            var answer = exchange.askCallee();
            message.answered(answer.asAnswer());
            exchange.answer(answer);
        } else {
            exchange.resetCaller();
        }
    }

    static void holdAnswer(Exchange exchange, HeldMessage message) throws IOException {
        var answer = exchange.askCallee();
        message.answered(answer.asAnswer());
        message.held(exchange.request().asRequest());
        if (message.isReleased()) {
            exchange.answer(answer);
        } else {
            exchange.resetCaller();
        }
    }

    static void duplicate(Exchange exchange, HeldMessage message) throws IOException {
        exchange.askCallee();
        holdAnswer(exchange, message);
    }
}
