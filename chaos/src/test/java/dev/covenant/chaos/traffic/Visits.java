package dev.covenant.chaos.traffic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import dev.covenant.chaos.traffic.Caller.Told;
import dev.covenant.chaos.traffic.Visit.Heard;

/** Visits as tests want them. */
public final class Visits {
    private final Visit visit;
    private int seconds;

    private Visits(Visit visit) {
        this.visit = visit;
    }

    public static Visits ofOneMug() {
        return at(Duration.ZERO);
    }

    public static Visits at(Duration due) {
        var wish = new Wish(0, new TreeMap<>(Map.of(Assortment.A_MUG, 1)), "tok_approve", false, Optional.empty());
        return new Visits(new Visit(wish, "ann", due));
    }

    public Visits told(int status, UUID orderId, String orderStatus) {
        visit.heard(heard(status, "{\"orderId\":\"%s\",\"status\":\"%s\"}".formatted(orderId, orderStatus)));
        return this;
    }

    public Visits refused(int status) {
        visit.heard(heard(status, ""));
        return this;
    }

    public Visits cancelled(int status) {
        visit.heardOfCancellation(heard(status, "{}"));
        return this;
    }

    public Visit over() {
        visit.over();
        return visit;
    }

    public Visit waiting() {
        return visit;
    }

    private Heard heard(int status, String body) {
        return new Heard(visit.due().plusSeconds(++seconds), new Told(status, body, Duration.ZERO));
    }
}
