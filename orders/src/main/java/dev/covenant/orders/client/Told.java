package dev.covenant.orders.client;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.json.Json;

/**
 * Reads what a neighbour tells about one subject: a 200 as the contract has it, or nothing. That it is away is the circuit's to say; that it
 * refuses or is not understood, which does not mend itself, is said here, once until it is mended. Thread-safe.
 */
public final class Told {
    private static final System.Logger LOG = System.getLogger(Told.class.getName());

    private final String subject;
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    /** @param subject for the log, such as {@code prices of the bank} */
    public Told(String subject) {
        this.subject = subject;
    }

    /** @param meaning of the body; a {@link JacksonException} says that it is not as the contract has it */
    public <T> Optional<T> read(Reply reply, Function<JsonNode, T> meaning) {
        return switch (reply) {
            case Reply.Answer(int status, byte[] body, int _) when status == 200 -> understand(body, meaning);
            case Reply.Answer(int status, byte[] _, int _)
            when status < 500 && status != 429 -> notTold("status " + status);
            case Reply.Answer _, Reply.NoAnswer _, Reply.NotSent _ -> Optional.empty();
        };
    }

    private <T> Optional<T> understand(byte[] body, Function<JsonNode, T> meaning) {
        try {
            var told = Optional.of(meaning.apply(Json.tolerant().readTree(body)));
            trouble.set("");
            return told;
        } catch (JacksonException unreadable) {
            return notTold("an answer that is not as agreed");
        }
    }

    private <T> Optional<T> notTold(String why) {
        if (!why.equals(trouble.getAndSet(why))) {
            LOG.log(System.Logger.Level.WARNING, "No {0}: {1}. The last answer is shown instead", subject, why);
        }
        return Optional.empty();
    }
}
