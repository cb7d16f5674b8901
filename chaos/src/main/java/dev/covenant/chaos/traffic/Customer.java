package dev.covenant.chaos.traffic;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.covenant.chaos.traffic.Caller.Told;
import dev.covenant.chaos.traffic.Visit.Heard;

/**
 * Makes one visit, as a good client does: sends the same request with the same key, to one replica after the other, until somebody says what
 * became of it.
 */
final class Customer {
    private final Visit visit;
    private final Caller caller;
    private final List<URI> replicas;
    private final Supplier<Duration> clock;
    private final Patience patience;
    private final BooleanSupplier mayGoOn;

    /** @param mayGoOn false when it is time to give up */
    Customer(
            Visit visit,
            Caller caller,
            List<URI> replicas,
            Supplier<Duration> clock,
            Patience patience,
            BooleanSupplier mayGoOn) {
        this.visit = visit;
        this.caller = caller;
        this.replicas = replicas;
        this.clock = clock;
        this.patience = patience;
        this.mayGoOn = mayGoOn;
    }

    void visit() throws InterruptedException {
        var wish = visit.wish();
        var twin = wish.sentTwice() ? Thread.startVirtualThread(() -> insist(wish.number() + 1)) : null;
        var order = insist(wish.number());
        if (twin != null) {
            twin.join();
            order = insist(wish.number() + 1);
        }
        var done = order.isPresent();
        if (done && order.get().isOrder() && wish.cancelsAfter().isPresent()) {
            Thread.sleep(wish.cancelsAfter().get());
            done = cancel(order.get().text("orderId"));
        }
        if (done) {
            visit.over();
        }
    }

    private Optional<Told> insist(int firstReplica) {
        return until(firstReplica, Told::isFinal, replica -> {
            var told = caller.at(replica).post("api/v1/orders", body(), visit.customer());
            visit.heard(new Heard(clock.get(), told));
            return told;
        });
    }

    private boolean cancel(String orderId) {
        var isTold = until(visit.wish().number(), Told::isAboutCancellation, replica -> {
            var told = caller.at(replica).post("api/v1/orders/%s/cancellation".formatted(orderId));
            visit.heardOfCancellation(new Heard(clock.get(), told));
            return told;
        });
        return isTold.isPresent();
    }

    /** Empty when it was time to give up before. */
    private Optional<Told> until(int firstReplica, Predicate<Told> enough, Function<URI, Told> request) {
        for (int times = 0; mayGoOn.getAsBoolean(); times++) {
            var told = request.apply(replicas.get((firstReplica + times) % replicas.size()));
            if (enough.test(told)) {
                return Optional.of(told);
            }
            patience.pause(times, told.retryAfter());
        }
        return Optional.empty();
    }

    private Map<String, Object> body() {
        return Caller.orderOf(visit.wish().pieces(), visit.wish().paymentToken());
    }
}
