package dev.covenant.chaos.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import dev.covenant.chaos.traffic.Caller.Told;
import dev.covenant.chaos.traffic.Visit;

/** What customers were told, as the report counts it: each answer is of one kind. */
enum Outcomes {
    CONFIRMED("confirmed", told -> told.status() == 201 && told.text("status").equals("CONFIRMED")),
    PENDING("pending: goes on by itself", told -> told.status() == 202),
    REJECTED(
            "rejected or cancelled",
            told -> told.status() == 201 && !told.text("status").equals("CONFIRMED")),
    REFUSED("refused, send it again", told -> told.status() >= 400),
    NOTHING("no answer, send it again", told -> told.status() == 0);

    private final String words;
    private final Predicate<Told> kind;

    Outcomes(String words, Predicate<Told> kind) {
        this.words = words;
        this.kind = kind;
    }

    String words() {
        return words;
    }

    /** Its class in the style sheet. */
    String style() {
        return "o" + ordinal();
    }

    static Outcomes of(Told told) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.kind.test(told))
                .findFirst()
                .orElse(REFUSED);
    }

    /** When answers of this kind came. */
    List<Duration> times(List<Visit> visits) {
        return visits.stream()
                .flatMap(visit -> visit.heard().stream())
                .filter(heard -> of(heard.told()) == this)
                .map(Visit.Heard::at)
                .toList();
    }
}
