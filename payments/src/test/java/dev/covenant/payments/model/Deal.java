package dev.covenant.payments.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.covenant.payments.payment.PaymentState;

import static dev.covenant.payments.payment.PaymentState.AUTHORIZED;
import static dev.covenant.payments.payment.PaymentState.CAPTURED;
import static dev.covenant.payments.payment.PaymentState.CAPTURE_REFUSED;
import static dev.covenant.payments.payment.PaymentState.DECLINED;
import static dev.covenant.payments.payment.PaymentState.PENDING;
import static dev.covenant.payments.payment.PaymentState.VOIDED;
import static dev.covenant.payments.payment.PaymentState.VOIDING;

/**
 * A payment in the model.
 *
 * @param asked null when it was voided before anybody asked for it
 * @param ledger what its journals say, a line for each posting
 * @param provider what the provider has written down, a line for each event
 */
record Deal(
        int client,
        Command.Authorize asked,
        PaymentState state,
        Map<Integer, Paid> refunds,
        List<String> ledger,
        List<String> provider) {

    static Deal voidedUnseen(int client) {
        return new Deal(client, null, VOIDED, Map.of(), List.of(), List.of());
    }

    /** The token decides. */
    static Deal requested(Command.Authorize asked) {
        var deal = new Deal(asked.client(), asked, PENDING, Map.of(), List.of(), List.of());
        return switch (asked.token()) {
            case "tok_no_answer" -> deal.atProvider("AUTHORIZED " + asked.amount());
            case "tok_decline_insufficient_funds", "tok_decline_card_expired", "tok_of_nobody" ->
                deal.become(DECLINED).atProvider("DECLINED " + asked.amount());
            default -> deal.atProvider("AUTHORIZED " + asked.amount()).authorized();
        };
    }

    boolean isUnsettled() {
        return state == PENDING || state == VOIDING;
    }

    /** What the settler makes of it without being asked. */
    Deal settled() {
        return switch (state) {
            case PENDING -> authorized();
            // It is voided while nobody knew that it was authorized, so the ledger never heard of it.
            case VOIDING -> become(VOIDED).atProvider("VOIDED " + asked.amount());
            default -> this;
        };
    }

    Deal captured() {
        var amount = asked.amount();
        return asked.token().equals("tok_refuse_capture")
                ? become(CAPTURE_REFUSED)
                        .atProvider("CAPTURE_REFUSED " + amount)
                        .journal("capture-refused", amount, "authorized-contra", "authorized")
                : become(CAPTURED)
                        .atProvider("CAPTURED " + amount)
                        .journal("capture", amount, "authorized-contra", "authorized")
                        .journal("capture", amount, "provider-clearing", "sales");
    }

    Deal voided() {
        return become(VOIDED)
                .atProvider("VOIDED " + asked.amount())
                .journal("void", asked.amount(), "authorized-contra", "authorized");
    }

    Deal voiding() {
        return become(VOIDING);
    }

    Deal refunded(int refund, Long part) {
        var amount = part == null ? left() : part;
        if (amount == 0 || amount > left()) {
            return with(refund, new Paid(part, 0, Paid.State.REFUSED));
        }
        if (asked.token().equals("tok_refuse_refund")) {
            return with(refund, new Paid(part, amount, Paid.State.FAILED))
                    .atProvider("REFUND_FAILED r%d %d".formatted(refund, amount));
        }
        return with(refund, new Paid(part, amount, Paid.State.SUCCEEDED))
                .atProvider("REFUND_SUCCEEDED r%d %d".formatted(refund, amount))
                .post("r%d:refund".formatted(refund), amount, "refunds", "provider-clearing");
    }

    String view() {
        var fields = new TreeMap<String, String>();
        fields.put("paymentId", "p");
        fields.put("state", state.name());
        fields.put("captured", Long.toString(state == CAPTURED ? asked.amount() : 0));
        fields.put("refunded", Long.toString(refundedSoFar()));
        if (asked != null) {
            fields.put("amount", Long.toString(asked.amount()));
            fields.put("currency", asked.currency());
        }
        if (state == DECLINED) {
            fields.put("declineReason", declineReason());
        }
        return "200 " + fields;
    }

    /** All that is written down about it, anywhere. */
    String books() {
        var charge = provider.isEmpty() ? List.of() : List.of(charge());
        return "%s, ledger %s, provider %s %s"
                .formatted(view(), ledger.stream().sorted().toList(), provider, charge);
    }

    /** How it stands at the provider: state, captured, refunded. */
    private String charge() {
        var last = provider.stream()
                .filter(event -> !event.startsWith("REFUND"))
                .toList()
                .getLast();
        return "%s %d %d".formatted(last.split(" ")[0], state == CAPTURED ? asked.amount() : 0, refundedSoFar());
    }

    private String declineReason() {
        return asked.token().equals("tok_of_nobody")
                ? "unknown_token"
                : asked.token().replace("tok_decline_", "");
    }

    private long left() {
        return asked.amount() - refundedSoFar();
    }

    private long refundedSoFar() {
        return refunds.values().stream()
                .filter(paid -> paid.state() == Paid.State.SUCCEEDED)
                .mapToLong(Paid::amount)
                .sum();
    }

    private Deal authorized() {
        return become(AUTHORIZED).journal("authorize", asked.amount(), "authorized", "authorized-contra");
    }

    private Deal become(PaymentState next) {
        return new Deal(client, asked, next, refunds, ledger, provider);
    }

    private Deal with(int refund, Paid paid) {
        var all = new HashMap<>(refunds);
        all.put(refund, paid);
        return new Deal(client, asked, state, Map.copyOf(all), ledger, provider);
    }

    private Deal atProvider(String event) {
        return new Deal(client, asked, state, refunds, ledger, and(provider, event));
    }

    private Deal journal(String operation, long amount, String debit, String credit) {
        return post("p:" + operation, amount, debit, credit);
    }

    private Deal post(String key, long amount, String debit, String credit) {
        var debited = "%s %s %s %d".formatted(key, debit, asked.currency(), amount);
        var credited = "%s %s %s %d".formatted(key, credit, asked.currency(), -amount);
        return new Deal(client, asked, state, refunds, and(and(ledger, debited), credited), provider);
    }

    private static List<String> and(List<String> list, String one) {
        var longer = new ArrayList<>(list);
        longer.add(one);
        return List.copyOf(longer);
    }
}
