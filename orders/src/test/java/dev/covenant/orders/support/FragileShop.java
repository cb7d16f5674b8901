package dev.covenant.orders.support;

import java.util.HashMap;
import java.util.Map;

import dev.covenant.devstack.testing.TestParts;

/**
 * The same neighbours, and circuits that a few failures open for a moment. A request waits for its outcome longer than any test does:
 * what is answered while there is none was answered because of a circuit.
 */
public final class FragileShop extends StubNeighbours {
    @Override
    public Map<String, String> prepare(TestParts parts) {
        var environment = new HashMap<>(super.prepare(parts));
        environment.put("ORDERS_RESPONSE_DEADLINE_MS", "600000");
        for (var neighbour : new String[] {"INVENTORY", "PAYMENTS"}) {
            var circuit = "ORDERS_%s_CIRCUIT_".formatted(neighbour);
            environment.put(circuit + "WINDOW", "4");
            environment.put(circuit + "LEAST_CALLS", "4");
            environment.put(circuit + "PAUSE_MS", "1000");
            environment.put(circuit + "PROBES", "1");
        }
        return environment;
    }
}
