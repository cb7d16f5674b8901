package dev.covenant.chaos.traffic;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.covenant.chaos.ChaosStack;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/** An open loop: customers come at a constant rate, whatever becomes of those before. Each is a customer of his own. */
public final class Traffic implements AutoCloseable {
    /** Of all customers about one in five wants the product that is soon sold out; there is enough for half of them. */
    private static final double HOT_SHARE = 0.15;

    private final HttpClient http = Caller.client();
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final ChaosStack chaos;
    private final List<URI> replicas;
    private final Wishes wishes;
    private final String name;
    private final Patience patience = new Patience();
    private volatile long begin;
    private volatile boolean mayGoOn = true;

    /** @param name tells its customers from those of other traffic in the same books */
    public Traffic(ChaosStack chaos, long seed, String name) {
        this.chaos = chaos;
        this.replicas = chaos.replicas();
        this.wishes = new Wishes(seed);
        this.name = name;
    }

    /** Puts what is sold into the catalogue and the stock: enough of everything but one for so many customers. */
    public void prepare(int expected) {
        Assortment.offer(
                caller("mia", Part.ORDERS, "merchandiser").at(replicas.getFirst()),
                caller("mia", Part.INVENTORY, "merchandiser"),
                Math.max(5, (int) (expected * HOT_SHARE)));
    }

    /** Lets so many customers come from now on; returns when the last of them has come. */
    public void come(double perSecond, int many, long beginNanos) {
        begin = beginNanos;
        try {
            for (int number = 0; number < many; number++) {
                var due = Duration.ofNanos(
                        (long) (number / perSecond * Duration.ofSeconds(1).toNanos()));
                Thread.sleep(due.minus(since()));
                come(wishes.of(number), due);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    /** All that came by now. */
    public List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** So many are not done yet. */
    public long waiting() {
        return visits.stream().filter(visit -> !visit.isOver()).count();
    }

    /** Nothing is broken any more. */
    public void healed() {
        patience.healed();
    }

    /** Whoever has had no answer by now gets none. Returns when the last customer has gone. */
    public void end() {
        mayGoOn = false;
        customers.close();
    }

    @Override
    public void close() {
        end();
        http.shutdownNow();
    }

    private void come(Wish wish, Duration due) {
        var visit = new Visit(wish, "%s-%d".formatted(name, wish.number()), due);
        visits.add(visit);
        customers.submit(() -> {
            var caller = caller(visit.customer(), Part.ORDERS, "customer");
            new Customer(visit, caller, replicas, this::since, patience, () -> mayGoOn).visit();
            return null;
        });
    }

    private Caller caller(String subject, Part service, String role) {
        return Caller.of(chaos.stack(), service, subject, role, http);
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
