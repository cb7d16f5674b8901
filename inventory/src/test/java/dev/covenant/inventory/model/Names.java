package dev.covenant.inventory.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.inventory.testing.Inventory;

/** The SKUs and ids that one run gives to the model's letters and numbers. */
record Names(Map<String, String> skus, List<UUID> movements, List<UUID> reservations) {
    /** So that no two runs meet. */
    static Names fresh() {
        return new Names(
                RandomCommands.SKUS.stream().collect(Collectors.toMap(sku -> sku, Inventory::newSku)),
                ids(RandomCommands.MOVEMENTS),
                ids(RandomCommands.RESERVATIONS));
    }

    String sku(String letter) {
        return skus.get(letter);
    }

    UUID movement(int number) {
        return movements.get(number);
    }

    UUID reservation(int number) {
        return reservations.get(number);
    }

    /** A text with the model's names in the place of ours; any other name stays, and stands out. */
    String named(String text) {
        var named = text.replace(Inventory.SOON.toString(), "SOON").replace(Inventory.OVER.toString(), "OVER");
        for (var sku : skus.entrySet()) {
            named = named.replace(sku.getValue(), sku.getKey());
        }
        for (var number = 0; number < movements.size(); number++) {
            named = named.replace(movement(number).toString(), "m" + number);
        }
        for (var number = 0; number < reservations.size(); number++) {
            named = named.replace(reservation(number).toString(), "r" + number);
        }
        return named;
    }

    private static List<UUID> ids(int count) {
        return Stream.generate(UuidV7::next).limit(count).toList();
    }
}
