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
        return of(Assortment.A_MUG, "tok_approve", due);
    }

    /** Of one piece. */
    public static Visits of(String sku, String paymentToken) {
        return of(sku, paymentToken, Duration.ZERO);
    }

    private static Visits of(String sku, String paymentToken, Duration due) {
        var wish = new Wish(0, new TreeMap<>(Map.of(sku, 1)), paymentToken, false, Optional.empty());
        return new Visits(new Visit(wish, "ann", due));
    }

    public Visits told(int status, UUID orderId, String orderStatus) {
        visit.heard(heard(status, "{\"orderId\":\"%s\",\"status\":\"%s\"}".formatted(orderId, orderStatus)));
        return this;
    }

    public Visits rejected(UUID orderId, String why) {
        visit.heard(heard(
                201,
                "{\"orderId\":\"%s\",\"status\":\"REJECTED\",\"rejection\":{\"type\":\"%s\"}}"
                        .formatted(orderId, why)));
        return this;
    }

    /** @param problem empty when it says none */
    public Visits refused(int status, String problem) {
        visit.heard(heard(status, problem(problem)));
        return this;
    }

    public Visits cancelled() {
        visit.heardOfCancellation(heard(202, "{}"));
        return this;
    }

    public Visits refusedToCancel() {
        visit.heardOfCancellation(heard(409, problem("not-cancellable")));
        return this;
    }

    public Visit over() {
        visit.over();
        return visit;
    }

    public Visit waiting() {
        return visit;
    }

    private static String problem(String name) {
        return name.isEmpty() ? "" : "{\"type\":\"urn:covenant:problem:%s\"}".formatted(name);
    }

    private Heard heard(int status, String body) {
        return new Heard(visit.due().plusSeconds(++seconds), new Told(status, body, Duration.ZERO));
    }
}
