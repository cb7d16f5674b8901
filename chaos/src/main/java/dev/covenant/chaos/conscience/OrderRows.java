package dev.covenant.chaos.conscience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

import dev.covenant.devstack.DevstackException;

import static java.util.stream.Collectors.groupingBy;

/** All orders that there are, by customer. */
record OrderRows(Map<String, List<OrderRow>> byCustomer) {
    private static final String ALL = """
            SELECT o.order_id, customer, status, coalesce(ending_type, '') AS why, total, sku, quantity
            FROM customer_order o JOIN order_line USING (order_id)""";

    static OrderRows read(DataSource orders) {
        var rows = new HashMap<UUID, OrderRow>();
        try (var connection = orders.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(ALL)) {
            while (result.next()) {
                add(result, rows);
            }
        } catch (SQLException e) {
            throw new DevstackException("Cannot read the orders: " + e.getMessage(), e);
        }
        return new OrderRows(rows.values().stream().collect(groupingBy(OrderRow::customer)));
    }

    List<OrderRow> of(String customer) {
        return byCustomer.getOrDefault(customer, List.of());
    }

    private static void add(ResultSet row, Map<UUID, OrderRow> rows) throws SQLException {
        var id = row.getObject("order_id", UUID.class);
        var order = rows.get(id);
        if (order == null) {
            order = new OrderRow(
                    id,
                    row.getString("customer"),
                    row.getString("status"),
                    row.getString("why"),
                    row.getLong("total"),
                    new TreeMap<>());
            rows.put(id, order);
        }
        order.pieces().merge(row.getString("sku"), row.getInt("quantity"), Integer::sum);
    }
}
