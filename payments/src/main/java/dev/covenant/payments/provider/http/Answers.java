package dev.covenant.payments.provider.http;

import java.util.UUID;

import tools.jackson.core.JacksonException;

import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.json.Json;
import dev.covenant.payments.provider.ChargeAnswer;
import dev.covenant.payments.provider.RefundAnswer;

/**
 * Reads the provider's replies. Whatever is not one of its documented answers is unknown: a gateway's 404 must never pass for the
 * provider's word that it has no such charge.
 */
final class Answers {
    private static final int LONGEST_REASON = 200;
    private static final ProviderJson NOTHING = new ProviderJson(null, null, null, null, null, null);

    private Answers() {}

    static ChargeAnswer charge(Reply reply) {
        var json = document(reply);
        return switch (word(reply, json)) {
            case "AUTHORIZED" -> new ChargeAnswer.Authorized();
            case "DECLINED" -> new ChargeAnswer.Declined(reason(json.declineReason()));
            case "CAPTURED", "charge-captured" -> new ChargeAnswer.Captured();
            case "CAPTURE_REFUSED", "charge-capture-refused" -> new ChargeAnswer.CaptureRefused();
            case "VOIDED", "charge-voided" -> new ChargeAnswer.Voided();
            case "charge-unknown" -> new ChargeAnswer.NeverSeen();
            case String other -> new ChargeAnswer.Unknown(other);
        };
    }

    static RefundAnswer refund(Reply reply) {
        return refund(word(reply, document(reply)), document(reply));
    }

    /** One refund of a charge that was looked up. */
    static RefundAnswer refundIn(Reply reply, UUID refundId) {
        var charge = document(reply);
        if (charge.refunds() == null) {
            return new RefundAnswer.Unknown(word(reply, charge));
        }
        return charge.refunds().stream()
                .filter(refund -> refundId.toString().equals(refund.id()))
                .findFirst()
                .map(refund -> refund(String.valueOf(refund.state()), refund))
                .orElseGet(RefundAnswer.NeverSeen::new);
    }

    private static RefundAnswer refund(String word, ProviderJson json) {
        return switch (word) {
            case "SUCCEEDED" -> new RefundAnswer.Succeeded();
            case "FAILED" -> new RefundAnswer.Failed(reason(json.reason()));
            case String other -> new RefundAnswer.Unknown(other);
        };
    }

    /** As those to whom it is passed on take it: never empty, of limited length. A refusal of theirs would come again for ever. */
    private static String reason(String given) {
        var text = given == null ? "" : given.replaceAll("\\p{Cntrl}", " ").strip();
        if (text.isEmpty()) {
            return "unspecified";
        }
        var end = Math.min(text.length(), LONGEST_REASON);
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** The state of a success, the code of a refusal, or for a log what came instead. */
    private static String word(Reply reply, ProviderJson json) {
        return switch (reply) {
            case Reply.NotSent(var cause) -> "not asked: " + cause;
            case Reply.NoAnswer(var cause) -> "no answer: " + cause;
            case Reply.Answer(int status, byte[] _, int _) when status == 200 && json.state() != null -> json.state();
            case Reply.Answer(int status, byte[] _, int _)
            when (status == 404 || status == 409) && json.error() != null -> json.error();
            case Reply.Answer(int status, byte[] _, int _) -> "status %d, error %s".formatted(status, json.error());
        };
    }

    private static ProviderJson document(Reply reply) {
        try {
            return reply instanceof Reply.Answer(int _, byte[] body, int _)
                    ? Json.tolerant().readValue(body, ProviderJson.class)
                    : NOTHING;
        } catch (JacksonException unreadable) {
            return NOTHING;
        }
    }
}
