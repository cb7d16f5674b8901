package dev.covenant.orders.support;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.covenant.devstack.testing.TestParts;

/** The same neighbours, and a service that does not wait long for them. */
public final class ImpatientShop extends StubNeighbours {
    /** How long a page waits for each of its parts; a tenth of the limit of a call. */
    public static final Duration PAGE_WAITS = Duration.ofSeconds(1);

    @Override
    public Map<String, String> prepare(TestParts parts) {
        var environment = new HashMap<>(super.prepare(parts));
        environment.put("ORDERS_RESPONSE_DEADLINE_MS", "3000");
        for (var part : new String[] {"STOCK", "PAYMENT_METHODS"}) {
            var page = "ORDERS_PAGE_%s_".formatted(part);
            environment.put(page + "WAIT_MS", Long.toString(PAGE_WAITS.toMillis()));
            environment.put(page + "FRESH_MS", "100");
            environment.put(page + "STALE_MS", "8000");
        }
        return environment;
    }
}
