package dev.covenant.inventory.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** Reads how much of a SKU lies where. */
@ApplicationScoped
public class LocatedStocks {
    /** One statement sees one moment, so the parts always come to the whole. */
    private static final String FIND = """
            SELECT item.sku, statement_timestamp() AS as_of, item.reserved, item.on_hand - item.elsewhere AS in_main,
                other.warehouse, other.on_hand
            FROM stock_item item LEFT JOIN stock_elsewhere other ON other.sku = item.sku AND other.on_hand > 0
            WHERE item.sku = ANY(:skus) ORDER BY item.sku""";

    private final Jdbi jdbi;

    @Inject
    public LocatedStocks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of the SKUs that exist, ordered by SKU. */
    public List<LocatedStock> findAll(Collection<String> skus) {
        var rows = jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bindArray("skus", String.class, skus)
                .map((row, _) -> Row.of(row))
                .list());
        return rows.stream()
                .collect(Collectors.groupingBy(Row::sku, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(LocatedStocks::together)
                .toList();
    }

    private static LocatedStock together(List<Row> rows) {
        var elsewhere = new TreeMap<String, Long>();
        rows.stream()
                .filter(row -> row.warehouse() != null)
                .forEach(row -> elsewhere.put(row.warehouse(), row.onHand()));
        var item = rows.getFirst();
        return LocatedStock.of(item.sku(), item.asOf(), item.reserved(), item.inMain(), elsewhere);
    }

    /** @param warehouse null when all lies in MAIN */
    private record Row(String sku, Instant asOf, long reserved, long inMain, String warehouse, long onHand) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("sku"),
                    row.getObject("as_of", OffsetDateTime.class).toInstant(),
                    row.getLong("reserved"),
                    row.getLong("in_main"),
                    row.getString("warehouse"),
                    row.getLong("on_hand"));
        }
    }
}
