package dev.covenant.orders.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What the page needs of inventory. */
public interface StockLevels {
    /**
     * Pieces of each SKU that can still be promised, in one call; 0 of one that inventory does not know.
     *
     * @param skus 1 to 100 of them
     * @return within a bounded time, and empty when inventory does not say
     */
    CompletionStage<Optional<Map<String, Long>>> available(Set<String> skus);
}
