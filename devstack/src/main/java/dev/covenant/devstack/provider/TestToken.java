package dev.covenant.devstack.provider;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a payment token makes the provider do. A token's text alone decides; nothing is remembered about it. */
sealed interface TestToken {

    record Approve() implements TestToken {}

    record Decline(String reason) implements TestToken {}

    /** Approves; the answer to authorize comes after the delay. */
    record Slow(Duration delay) implements TestToken {}

    /** Approves; authorize is never answered. */
    record NoAnswer() implements TestToken {}

    record RefuseCapture() implements TestToken {}

    record RefuseRefund() implements TestToken {}

    Duration LONGEST_DELAY = Duration.ofSeconds(60);

    Set<String> DECLINE_REASONS = Set.of("insufficient_funds", "card_expired", "suspected_fraud");

    Pattern PARAMETERISED = Pattern.compile("tok_(decline|slow)_(\\w+)");

    static TestToken of(String token) {
        return switch (token) {
            case "tok_approve" -> new Approve();
            case "tok_no_answer" -> new NoAnswer();
            case "tok_refuse_capture" -> new RefuseCapture();
            case "tok_refuse_refund" -> new RefuseRefund();
            default -> parameterised(token);
        };
    }

    private static TestToken parameterised(String token) {
        Matcher matcher = PARAMETERISED.matcher(token);
        if (!matcher.matches()) {
            return unknown();
        }
        String parameter = matcher.group(2);
        return matcher.group(1).equals("slow") ? slow(parameter) : decline(parameter);
    }

    private static TestToken decline(String reason) {
        return DECLINE_REASONS.contains(reason) ? new Decline(reason) : unknown();
    }

    private static TestToken slow(String millis) {
        if (!millis.matches("[0-9]{1,5}")) {
            return unknown();
        }
        Duration delay = Duration.ofMillis(Integer.parseInt(millis));
        return delay.compareTo(LONGEST_DELAY) <= 0 ? new Slow(delay) : unknown();
    }

    private static TestToken unknown() {
        return new Decline("unknown_token");
    }
}
