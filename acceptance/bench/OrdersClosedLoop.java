import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * So many customers order one piece each, one order after the other, from the running local stack: how many orders a second, how long
 * each took, and how much processor time the three services spent on one. For comparing two runs on one machine, not for limits.
 *
 * <p>{@code ORDERS_TOKEN=$(./covenant token customer) java acceptance/bench/OrdersClosedLoop.java <orders' address> <sku> <price> <customers>
 * <seconds>}
 */
public class OrdersClosedLoop {
    private static final List<String> SERVICES = List.of("orders", "inventory", "payments");

    public static void main(String[] arguments) throws Exception {
        var order = HttpRequest.newBuilder(URI.create(arguments[0] + "/api/v1/orders"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + System.getenv("ORDERS_TOKEN"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        """
                        {"lines": [{"sku": "%s", "quantity": 1}], "currency": "EUR", "paymentToken": "tok_approve", "expectedTotal": %s}"""
                                .formatted(arguments[1], arguments[2])));
        var customers = Integer.parseInt(arguments[3]);
        var seconds = Integer.parseInt(arguments[4]);
        run(order, customers, seconds / 2);
        var spentBefore = processorTime();
        var millis = run(order, customers, seconds);
        var spent = processorTime().minus(spentBefore);
        System.out.printf(
                "%.1f orders/s, median %.0f ms, 99 %% %.0f ms, %.1f ms of processor time per order in the services%n",
                millis.length / (double) seconds,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                spent.toNanos() / 1e6 / millis.length);
    }

    private static double[] run(HttpRequest.Builder order, int customers, int seconds) {
        var took = new ConcurrentLinkedQueue<Double>();
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var threads = Executors.newFixedThreadPool(customers)) {
            for (var customer = 0; customer < customers; customer++) {
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        took.add(place(http, order));
                    }
                    return null;
                });
            }
        }
        return took.stream()
                .mapToDouble(Double::doubleValue)
                .filter(millis -> millis < Double.MAX_VALUE)
                .sorted()
                .toArray();
    }

    private static double place(HttpClient http, HttpRequest.Builder order) throws Exception {
        var begun = System.nanoTime();
        var request = order.copy().header("Idempotency-Key", UUID.randomUUID().toString());
        var answer = http.send(request.build(), BodyHandlers.ofString());
        // 202 is an order that took longer than orders waits for it; it counts with that wait.
        if (answer.statusCode() > 202 || answer.body().contains("REJECTED")) {
            System.err.println(answer.statusCode() + " " + answer.body());
            return Double.MAX_VALUE;
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Duration processorTime() throws Exception {
        var sum = Duration.ZERO;
        for (var service : SERVICES) {
            var record = Files.readString(Path.of(".covenant/run", service + ".process"));
            var process = ProcessHandle.of(Long.parseLong(record.split(" ")[0])).orElseThrow();
            sum = sum.plus(process.info().totalCpuDuration().orElseThrow());
        }
        return sum;
    }
}
