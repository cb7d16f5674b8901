package dev.covenant.orders.support;

import java.util.HashMap;
import java.util.Map;

import dev.covenant.devstack.testing.TestParts;

/** The same neighbours, and a service that does not wait long for them. */
public final class ImpatientShop extends StubNeighbours {
    @Override
    public Map<String, String> prepare(TestParts parts) {
        var environment = new HashMap<>(super.prepare(parts));
        environment.put("ORDERS_RESPONSE_DEADLINE_MS", "3000");
        return environment;
    }
}
