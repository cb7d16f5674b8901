package dev.covenant.inventory.testing;

import java.util.Map;

import dev.covenant.devstack.testing.ServerSetup;
import dev.covenant.devstack.testing.TestParts;

/** No sweeper and no forgetting comes between the steps of a test: what holds do, requests make them do. There are warehouses beside MAIN. */
public final class QuietHousekeeping implements ServerSetup {
    private static final String NEVER_IN_A_TEST = "PT24H";

    @Override
    public Map<String, String> prepare(TestParts parts) {
        return Map.of(
                "INVENTORY_EXPIRY_INTERVAL", NEVER_IN_A_TEST,
                "INVENTORY_FORGETTING_INTERVAL", NEVER_IN_A_TEST,
                "INVENTORY_WAREHOUSES", "EAST,NORTH");
    }
}
