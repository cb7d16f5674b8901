package dev.covenant.devstack.shop;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.issuer.IssuerAddress;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPorts;

/** The running stack, as a customer uses it; what is in stock it asks as the merchandiser. */
public final class Shop implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Api orders;
    private final Api inventory;

    public Shop(StackPorts ports) {
        var tokens = new TokenClient(new IssuerAddress(ports.of(Part.ISSUER)), http);
        this.orders = api(ports, Part.ORDERS, tokens.token("ann", "customer", Part.ORDERS.id()));
        this.inventory = api(ports, Part.INVENTORY, tokens.token("mia", "merchandiser", Part.INVENTORY.id()));
    }

    /**
     * What to order.
     *
     * @param words SKU or SKU:quantity; when there are none, something that fits the kind and is in stock
     */
    public Cart cart(Kind kind, List<String> words) {
        var catalogue = catalogue();
        return words.isEmpty()
                ? new Cart(Map.of(kind == Kind.DIGITAL ? digital(catalogue) : bestStocked(catalogue), kind.quantity()))
                : Cart.of(words, catalogue);
    }

    /**
     * Places an order and answers its id.
     *
     * @param traceparent W3C; the trace that the order begins
     */
    public String place(Cart cart, Kind kind, String traceparent) {
        var lines = cart.quantities().entrySet().stream()
                .map(line -> Map.of("sku", line.getKey().sku(), "quantity", line.getValue()))
                .toList();
        var body = Map.of(
                "lines", lines,
                "currency", cart.currency(),
                "paymentToken", kind.paymentToken(),
                "expectedTotal", cart.total());
        return orders.post(
                        "orders",
                        body,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString(), "traceparent", traceparent))
                .path("orderId")
                .asString();
    }

    /** Tells all that happened to an order and goes on as it happens; returns when nothing more will. */
    public void follow(String orderId, Consumer<OrderEvent> consumer) {
        try (var lines = orders.lines("orders/" + orderId + "/events")) {
            OrderEvent.read(lines, consumer);
        }
    }

    public JsonNode order(String orderId) {
        return orders.get("orders/" + orderId);
    }

    @Override
    public void close() {
        http.close();
    }

    private List<Product> catalogue() {
        return orders.get("products?limit=100")
                .path("items")
                .valueStream()
                .map(Product::of)
                .toList();
    }

    private static Product digital(List<Product> catalogue) {
        return catalogue.stream().filter(Product::digital).findFirst().orElseThrow(Shop::nothingToSell);
    }

    private Product bestStocked(List<Product> catalogue) {
        var query = String.join(
                "&", catalogue.stream().map(product -> "sku=" + product.sku()).toList());
        var sku = inventory
                .get("../v2/stock?" + query)
                .path("items")
                .valueStream()
                .max(Comparator.comparingLong(level -> level.path("available").asLong()))
                .map(level -> level.path("sku").asString())
                .orElseThrow(Shop::nothingToSell);
        return catalogue.stream()
                .filter(product -> product.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private static DevstackException nothingToSell() {
        return new DevstackException("There is nothing to order. Start over with the demo data: ./covenant up --fresh");
    }

    private Api api(StackPorts ports, Part service, String token) {
        return new Api(URI.create(ports.url(service) + "/api/v1/"), token, http);
    }
}
