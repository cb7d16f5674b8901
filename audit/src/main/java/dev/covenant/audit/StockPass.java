package dev.covenant.audit;

import java.util.List;
import java.util.Map;

import dev.covenant.audit.books.Hold;
import dev.covenant.audit.books.Movement;
import dev.covenant.audit.books.Scope;
import dev.covenant.audit.books.StockBooks;
import dev.covenant.audit.books.StockLevel;
import dev.covenant.audit.checks.StockCheck;

/** Every SKU. Fewer at once than of other things, because each takes the sum of all its movements. */
final class StockPass implements Pass {
    private static final int LARGEST_PAGE = 100;
    private static final int SHOWN = 50;

    private final StockBooks stock;
    private final Scope scope;
    private final int size;
    private final List<StockCheck> checks = StockCheck.all();
    private final Tally tally;

    StockPass(StockBooks stock, IdPages pages, Tally tally) {
        this.stock = stock;
        this.scope = pages.scope();
        this.size = Math.min(pages.size(), LARGEST_PAGE);
        this.tally = tally;
        checks.forEach(check -> tally.expect(check.check()));
    }

    @Override
    public String subject() {
        return "SKUs";
    }

    @Override
    public void run(PageProgress progress) {
        var after = "";
        List<StockLevel> page;
        do {
            page = stock.levels(after, scope, size);
            page.forEach(this::examine);
            progress.examined(page.size());
            after = page.isEmpty() ? after : page.getLast().sku();
        } while (page.size() == size);
    }

    private void examine(StockLevel level) {
        for (var check : checks) {
            tally.examined(check.check());
            check.examine()
                    .apply(level)
                    .ifPresent(
                            finding -> tally.violated(check.check(), finding, Map.of("sku", level.sku()), file(level)));
        }
    }

    private StockFile file(StockLevel level) {
        return new StockFile(level, stock.holds(level.sku(), SHOWN), stock.newestMovements(level.sku(), SHOWN));
    }

    /** @param movements newest first, not all */
    record StockFile(StockLevel level, List<Hold> holds, List<Movement> movements) {}
}
