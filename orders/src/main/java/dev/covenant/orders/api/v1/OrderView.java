package dev.covenant.orders.api.v1;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.order.CustomerOrder;
import dev.covenant.orders.order.OrderLine;
import dev.covenant.orders.order.OrderStatus;
import dev.covenant.orders.order.PlacedOrder;

/** An order as its customer sees it. Amounts are minor units of its currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"orderId", "status", "lines", "currency", "total", "placedAt"})
public record OrderView(
        UUID orderId,
        OrderStatus status,
        List<Line> lines,
        @Schema(examples = "EUR") String currency,
        @Schema(examples = "2580") long total,
        Instant placedAt,

        @Schema(
                description =
                        "`true` of a CONFIRMED order that is CANCELLED once its payment is refunded; absent otherwise")
        Boolean cancellationRequested,

        @Schema(description = "Only of a REJECTED order") Reason rejection,
        @Schema(description = "Only of a CANCELLED order") Reason cancellation) {

    /** A product with the price of the moment of ordering. */
    @Schema(name = "OrderedLine")
    public record Line(String sku, String name, ProductKind kind, int quantity, long unitPrice) {
        static Line of(OrderLine line) {
            return new Line(line.sku(), line.name(), line.kind(), line.quantity(), line.unitPrice());
        }
    }

    /** Why it came to nothing: a stable type, and words for the customer. */
    public record Reason(
            @Schema(examples = "insufficient-stock") String type,

            @Schema(examples = "Not enough stock: MUG-BLUE (1 left).")
            String detail) {}

    static OrderView of(PlacedOrder placed) {
        var order = placed.order();
        return new OrderView(
                order.id(),
                order.status(),
                placed.lines().stream().map(Line::of).toList(),
                order.currency(),
                order.total(),
                order.placedAt(),
                order.isToBeCancelled() ? true : null,
                reason(order, OrderStatus.REJECTED),
                reason(order, OrderStatus.CANCELLED));
    }

    private static Reason reason(CustomerOrder order, OrderStatus status) {
        return order.ending()
                .filter(ending -> ending.status() == status)
                .map(ending -> new Reason(ending.type(), ending.detail()))
                .orElse(null);
    }
}
