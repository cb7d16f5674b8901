package dev.covenant.chaos.conscience;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.covenant.chaos.ChaosStack;
import dev.covenant.chaos.traffic.Assortment;
import dev.covenant.chaos.traffic.Caller;
import dev.covenant.chaos.traffic.Caller.Told;
import dev.covenant.devstack.stack.Part;

/**
 * Whether each server that says it is ready reads its own database, when all is healed. One that cannot harms no book, and is covered by
 * the other replica, so that nothing else would tell.
 */
final class Serving {
    private static final String NAME = "ready-means-serving";

    private final ChaosStack chaos;

    Serving(ChaosStack chaos) {
        this.chaos = chaos;
    }

    Promise judge(List<Violation> violations) {
        var found = look();
        var broken = found.entrySet().stream()
                .filter(server -> server.getValue().status() != 200)
                .map(server -> new Violation(
                        NAME,
                        server.getKey() + " reads nothing",
                        server.getValue().toString()))
                .toList();
        violations.addAll(broken);
        return new Promise(NAME, "a server that says it is ready reads its own database", found.size(), broken.size());
    }

    private Map<URI, Told> look() {
        var found = new LinkedHashMap<URI, Told>();
        try (var http = Caller.client()) {
            var customer = as(Part.ORDERS, "customer", http);
            chaos.replicas()
                    .forEach(replica -> found.put(replica, customer.at(replica).get("api/v1/products?limit=1")));
            var stock = as(Part.INVENTORY, "merchandiser", http);
            found.put(stock.address(), stock.get("api/v1/stock/" + Assortment.A_MUG));
            var payments = as(Part.PAYMENTS, "service-orders", http);
            found.put(payments.address(), payments.get("api/v1/payment-methods?currency=EUR"));
        }
        return found;
    }

    private Caller as(Part service, String role, HttpClient http) {
        return Caller.of(chaos.stack(), service, "conscience", role, http);
    }
}
