package dev.covenant.chaos.traffic;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.covenant.chaos.traffic.Caller.Told;

/**
 * What one customer did and was told: the client's own record, to be held against the books. Times are since the begin of the traffic.
 * Each visit has a customer and an Idempotency-Key of its own.
 */
public final class Visit {
    private final Wish wish;
    private final String customer;
    private final Duration due;
    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Heard> cancellation = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** @param due when the customer came, whether or not anybody had time for him */
    Visit(Wish wish, String customer, Duration due) {
        this.wish = wish;
        this.customer = customer;
        this.due = due;
    }

    void heard(Heard answer) {
        heard.add(answer);
    }

    void heardOfCancellation(Heard answer) {
        cancellation.add(answer);
    }

    void over() {
        over = true;
    }

    public Wish wish() {
        return wish;
    }

    /** His subject, and his key. */
    public String customer() {
        return customer;
    }

    public Duration due() {
        return due;
    }

    /** Whether he got all that he came for, be it a refusal. */
    public boolean isOver() {
        return over;
    }

    /** What he was told of the order, each time that he sent it. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** The same of his wish to cancel it. */
    public List<Heard> heardOfCancellation() {
        return List.copyOf(cancellation);
    }

    /** The answers that say that there is an order. */
    public List<Heard> acknowledgements() {
        return heard.stream()
                .filter(answer -> answer.told().isOrder())
                .sorted(Comparator.comparing(Heard::at))
                .toList();
    }

    /** The answers that must not change any more: those, and refusals that stay. */
    public List<Heard> finalAnswers() {
        return heard.stream().filter(answer -> answer.told().isFinal()).toList();
    }

    /** The first that says that there is an order. */
    public Optional<Heard> acknowledged() {
        return acknowledgements().stream().findFirst();
    }

    /** The answer to his wish to cancel; empty when he had none, or never heard. */
    public Optional<Told> cancelled() {
        return cancellation.stream()
                .map(Heard::told)
                .filter(Told::isAboutCancellation)
                .findFirst();
    }

    /** Whether he sent a cancellation, answered or not. */
    public boolean wantedToCancel() {
        return !cancellation.isEmpty();
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%s came at %.1f s for %s with %s%s%n"
                .formatted(
                        customer,
                        due.toMillis() / 1e3,
                        wish.pieces(),
                        wish.paymentToken(),
                        wish.sentTwice() ? ", sent twice" : ""));
        heard.forEach(answer -> text.append("  order: ").append(answer).append('\n'));
        cancellation.forEach(
                answer -> text.append("  cancellation: ").append(answer).append('\n'));
        return text.toString();
    }

    /** @param at when the answer was there, or it was clear that none would come */
    public record Heard(Duration at, Told told) {
        @Override
        public String toString() {
            return "%.1f s %s"
                    .formatted(at.toMillis() / 1e3, told.status() == 0 ? "nothing" : told.status() + " " + told.body());
        }
    }
}
