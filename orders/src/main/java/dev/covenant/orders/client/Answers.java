package dev.covenant.orders.client;

import java.util.function.Function;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.json.Json;
import dev.covenant.orders.checkout.StepAnswer;

/**
 * Reads answers: what the contract names is understood, everything else decides nothing. A problem with status 400 or 422 is a
 * neighbour's word that our request is wrong; the bare status may be anybody's on the way, and decides nothing.
 */
public final class Answers {
    private Answers() {}

    /** @param ok what a 200 means; @param conflict what a 409 with the problem's name means */
    public static StepAnswer read(
            Reply reply, Function<JsonNode, StepAnswer> ok, Function<ProblemAnswer, StepAnswer> conflict) {
        return switch (reply) {
            case Reply.NotSent(var cause) -> new StepAnswer.NotAsked(cause);
            case Reply.NoAnswer(var cause) -> new StepAnswer.Unknown(cause);
            case Reply.Answer(int status, byte[] body, int _)
            when status == 200 || status == 409 -> understand(status, body, ok, conflict);
            case Reply.Answer(int status, byte[] body, int _)
            when status == 400 || status == 422 ->
                parse(status, body, json -> new ProblemAnswer(json).notUnderstood(status));
            case Reply.Answer(int status, byte[] _, int _) -> new StepAnswer.Unknown("status " + status);
        };
    }

    private static StepAnswer understand(
            int status, byte[] body, Function<JsonNode, StepAnswer> ok, Function<ProblemAnswer, StepAnswer> conflict) {
        return parse(status, body, json -> status == 200 ? ok.apply(json) : conflict.apply(new ProblemAnswer(json)));
    }

    private static StepAnswer parse(int status, byte[] body, Function<JsonNode, StepAnswer> meaning) {
        try {
            return meaning.apply(Json.tolerant().readTree(body));
        } catch (JacksonException unreadable) {
            return new StepAnswer.Unknown("status " + status + " with an unreadable body");
        }
    }

    /** A problem of the neighbour's. */
    public record ProblemAnswer(JsonNode body) {
        private static final String TYPE = "urn:covenant:problem:";

        /** The last part of its type; empty when it is none of ours. */
        public String name() {
            var type = body.path("type").asString("");
            return type.startsWith(TYPE) ? type.substring(TYPE.length()) : "";
        }

        public StepAnswer undecided() {
            return new StepAnswer.Unknown("problem " + name());
        }

        private StepAnswer notUnderstood(int status) {
            return name().isEmpty()
                    ? new StepAnswer.Unknown("status " + status)
                    : new StepAnswer.NotUnderstood("status %d %s %s"
                            .formatted(
                                    status, name(), body.at("/errors/0/field").asString("")));
        }
    }
}
