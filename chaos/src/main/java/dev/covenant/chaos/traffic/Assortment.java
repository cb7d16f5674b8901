package dev.covenant.chaos.traffic;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.uuid.Generators;

import dev.covenant.chaos.traffic.Caller.Told;
import dev.covenant.devstack.DevstackException;

/** What is sold: mugs with plenty of stock, one that everybody wants and that is soon sold out, and e-books. */
public final class Assortment {
    public static final long PRICE = 1_290;
    public static final String HOT = "CHAOS-MUG-HOT";
    /** With plenty of stock. */
    public static final String A_MUG = "CHAOS-MUG-0";

    public static final String AN_EBOOK = "CHAOS-EBOOK-0";
    private static final int MUGS = 8;
    private static final int EBOOKS = 4;
    private static final int PLENTY = 1_000_000;

    private Assortment() {}

    static boolean isPhysical(String sku) {
        return sku.startsWith("CHAOS-MUG");
    }

    static String mug(Random random) {
        return "CHAOS-MUG-" + random.nextInt(MUGS);
    }

    static String ebook(Random random) {
        return "CHAOS-EBOOK-" + random.nextInt(EBOOKS);
    }

    /**
     * Puts it all into the catalogue and the stock.
     *
     * @param orders as the merchandiser at orders
     * @param inventory as the merchandiser at inventory
     * @param hot pieces of the product that everybody wants
     */
    public static void offer(Caller orders, Caller inventory, int hot) {
        var mugs = IntStream.range(0, MUGS)
                .mapToObj(number -> "CHAOS-MUG-" + number)
                .toList();
        var ebooks = IntStream.range(0, EBOOKS)
                .mapToObj(number -> "CHAOS-EBOOK-" + number)
                .toList();
        Stream.of(List.of(HOT), mugs, ebooks).flatMap(List::stream).forEach(sku -> sell(orders, sku));
        stock(inventory, HOT, hot);
        mugs.forEach(sku -> stock(inventory, sku, PLENTY));
    }

    private static void sell(Caller orders, String sku) {
        var kind = isPhysical(sku) ? "PHYSICAL" : "DIGITAL";
        var product = Map.of("name", sku, "kind", kind, "price", Map.of("amount", PRICE, "currency", "EUR"));
        requireDone(orders.put("api/v1/products/" + sku, product));
    }

    private static void stock(Caller inventory, String sku, int pieces) {
        var id = Generators.timeBasedEpochGenerator().generate();
        var receipt = Map.of("type", "RECEIPT", "quantity", pieces, "reason", "Delivery");
        requireDone(inventory.put("api/v1/stock/%s/movements/%s".formatted(sku, id), receipt));
    }

    private static void requireDone(Told told) {
        // 428: it is in the catalogue since an earlier call.
        if (told.status() >= 300 && told.status() != 428) {
            throw new DevstackException("The assortment is not taken: " + told);
        }
    }
}
