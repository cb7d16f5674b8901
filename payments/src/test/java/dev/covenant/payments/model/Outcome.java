package dev.covenant.payments.model;

import dev.covenant.payments.payment.PaymentState;

/**
 * What a command may come to.
 *
 * @param answer status and content, or status and problem
 */
record Outcome(String answer, World after) {
    /** What the model says of one command in one world: the promises of the API, each in a line. */
    static Outcome of(Command command, World world) {
        var there = world.deal(command.payment());
        if (command instanceof Command.Authorize authorize
                && authorize.currency().equals("JPY")) {
            return new Outcome("400 invalid-request", world);
        }
        if (there.isEmpty()) {
            return ofNone(command, world);
        }
        var deal = there.get();
        if (deal.client() != command.client()) {
            return new Outcome("404 payment-not-found", world);
        }
        return switch (command) {
            case Command.Authorize again -> authorize(again, deal, world);
            case Command.Capture capture -> capture(capture, deal, world);
            case Command.Cancel cancel -> cancel(cancel, deal, world);
            case Command.Refund refund -> refund(refund, deal, world);
            case Command.Find _ -> new Outcome(deal.view(), world);
        };
    }

    private static Outcome ofNone(Command command, World world) {
        return switch (command) {
            case Command.Authorize authorize -> shown(command, Deal.requested(authorize), world);
            case Command.Cancel _ -> shown(command, Deal.voidedUnseen(command.client()), world);
            case Command.Capture _, Command.Refund _, Command.Find _ -> new Outcome("404 payment-not-found", world);
        };
    }

    private static Outcome authorize(Command.Authorize again, Deal deal, World world) {
        if (deal.asked() != null && !deal.asked().isSameRequest(again)) {
            return new Outcome("422 id-reused", world);
        }
        return switch (deal.state()) {
            case VOIDING, VOIDED -> new Outcome("409 payment-voided", world);
            case PENDING, AUTHORIZED, DECLINED, CAPTURED, CAPTURE_REFUSED -> new Outcome(deal.view(), world);
        };
    }

    private static Outcome capture(Command.Capture capture, Deal deal, World world) {
        return switch (deal.state()) {
            case AUTHORIZED -> of(capture, world.with(capture.payment(), deal.captured()));
            case CAPTURED -> new Outcome(deal.view(), world);
            case CAPTURE_REFUSED -> new Outcome("409 capture-refused", world);
            case PENDING -> new Outcome("409 payment-pending", world);
            case DECLINED -> new Outcome("409 payment-declined", world);
            case VOIDING, VOIDED -> new Outcome("409 payment-voided", world);
        };
    }

    private static Outcome cancel(Command.Cancel cancel, Deal deal, World world) {
        return switch (deal.state()) {
            case AUTHORIZED -> shown(cancel, deal.voided(), world);
            case PENDING -> shown(cancel, deal.voiding(), world);
            case CAPTURED -> new Outcome("409 payment-captured", world);
            case VOIDING, VOIDED, DECLINED, CAPTURE_REFUSED -> new Outcome(deal.view(), world);
        };
    }

    private static Outcome refund(Command.Refund refund, Deal deal, World world) {
        var before = deal.refunds().get(refund.refund());
        if (before != null) {
            return before.wasAskedAs(refund.amount())
                    ? new Outcome(before.view(refund.refund()), world)
                    : new Outcome("422 id-reused", world);
        }
        if (deal.state() != PaymentState.CAPTURED) {
            return new Outcome("409 payment-not-captured", world);
        }
        if (world.isTakenElsewhere(refund.refund(), refund.payment())) {
            return new Outcome("404 payment-not-found", world);
        }
        var after = deal.refunded(refund.refund(), refund.amount());
        return new Outcome(
                after.refunds().get(refund.refund()).view(refund.refund()), world.with(refund.payment(), after));
    }

    private static Outcome shown(Command command, Deal deal, World world) {
        return new Outcome(deal.view(), world.with(command.payment(), deal));
    }
}
