package dev.covenant.inventory.stock;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where stock may be received and counted: MAIN, where everything lies that names no warehouse, and those configured beside it. */
@ApplicationScoped
public class Warehouses {
    public static final String MAIN = "MAIN";

    private static final int MOST = 20;
    private static final String CODE = "[A-Z][A-Z0-9-]{0,15}";

    private final SortedSet<String> codes;

    @Inject
    Warehouses(@ConfigProperty(name = "inventory.warehouses") Set<String> configured) {
        codes = new TreeSet<>(configured);
        codes.add(MAIN);
        if (codes.size() > MOST || !codes.stream().allMatch(code -> code.matches(CODE))) {
            throw new IllegalArgumentException(
                    "inventory.warehouses must be at most %d codes of 1 to 16 of A-Z, 0-9 and '-', not %s"
                            .formatted(MOST, configured));
        }
    }

    public boolean include(String code) {
        return codes.contains(code);
    }
}
