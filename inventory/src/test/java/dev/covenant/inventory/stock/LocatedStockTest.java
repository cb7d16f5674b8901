package dev.covenant.inventory.stock;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocatedStockTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    /** MAIN has 3, EAST 2, NORTH 4. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "2, 2, 0, 0", "3, 3, 0, 0", "4, 3, 1, 0", "7, 3, 2, 2", "9, 3, 2, 4"})
    void countsHeldPiecesWhereTheyWouldLeaveFrom(long reserved, long inMain, long inEast, long inNorth) {
        var stock = LocatedStock.of("MUG", NOON, reserved, 3, new TreeMap<>(Map.of("NORTH", 4L, "EAST", 2L)));

        assertThat(stock.warehouses())
                .containsExactly(
                        new WarehouseStock("MAIN", 3, inMain),
                        new WarehouseStock("EAST", 2, inEast),
                        new WarehouseStock("NORTH", 4, inNorth));
    }

    @Test
    void theWarehousesComeToTheWhole() {
        var stock = LocatedStock.of("MUG", NOON, 4, 3, new TreeMap<>(Map.of("EAST", 2L)));

        assertThat(stock.onHand()).isEqualTo(5);
        assertThat(stock.reserved()).isEqualTo(4);
        assertThat(stock.available()).isEqualTo(1);
    }
}
