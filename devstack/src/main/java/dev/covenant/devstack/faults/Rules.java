package dev.covenant.devstack.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules of one proxy, in the order in which they were made. Each serves once. */
final class Rules {
    private final List<Rule> waiting = new ArrayList<>();
    private final List<HeldMessage> messages = new ArrayList<>();

    synchronized HeldMessage add(String name, String match, Rule.Effect effect) {
        var message = new HeldMessage(name + " " + match);
        waiting.add(new Rule(Pattern.compile(match), message, effect));
        messages.add(message);
        return message;
    }

    /** The first one that concerns this request; nobody else gets it then. */
    synchronized Optional<Rule> take(MessageHead request) {
        var found = waiting.stream().filter(rule -> rule.concerns(request)).findFirst();
        found.ifPresent(waiting::remove);
        return found;
    }

    /** Forgets those that wait for their message and drops the messages that are held. */
    synchronized void clear() {
        waiting.forEach(rule -> rule.message().failed(new IOException("the rule was withdrawn")));
        waiting.clear();
        messages.forEach(HeldMessage::drop);
        messages.clear();
    }
}
