package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.observe.Observation;
import dev.covenant.devstack.shop.Kind;
import dev.covenant.devstack.shop.Shop;
import dev.covenant.devstack.shop.Traceparent;

/** {@code covenant order}. */
@Command(
        name = "order",
        description = "Places an order as a customer and shows what becomes of it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the order ended as its kind should", "1:it did not, or could not be placed", "2:wrong usage"
        })
final class OrderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Choice choice = new Choice();

    @Option(
            names = "--sku",
            arity = "1..*",
            paramLabel = "<sku>[:<quantity>]",
            description = "What to order. Default: one piece of what there is most of.")
    private List<String> lines = List.of();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var kind = choice.kind();
        var local = Local.find();
        var trace = Traceparent.fresh();
        try (var shop = new Shop(local.portsOfRunning())) {
            var cart = shop.cart(kind, lines);
            var id = shop.place(cart, kind, trace.toString());
            out.println("Order " + id);
            Observation.read(local.directory().run())
                    .page(trace.traceId())
                    .ifPresent(page -> out.println("Trace " + page));
            var events = new EventPrinter(out);
            shop.follow(id, events::print);
            var order = shop.order(id);
            print(order, out);
            return order.path("status").asString().equals(kind.outcome()) ? 0 : 1;
        }
    }

    private static void print(JsonNode order, PrintWriter out) {
        var currency = order.path("currency").asString();
        out.println();
        order.path("lines")
                .forEach(line -> out.printf(
                        "  %3d x %-32s %10s%n",
                        line.path("quantity").asInt(),
                        line.path("name").asString(),
                        amount(
                                line.path("unitPrice").asLong()
                                        * line.path("quantity").asInt(),
                                currency)));
        out.printf(
                "  %-38s %10s%n",
                order.path("status").asString(), amount(order.path("total").asLong(), currency));
        for (var reason : List.of("rejection", "cancellation")) {
            if (order.has(reason)) {
                out.printf(
                        "  %s: %s%n",
                        order.path(reason).path("type").asString(),
                        order.path(reason).path("detail").asString());
            }
        }
        out.flush();
    }

    /** All our currencies have two decimals. */
    private static String amount(long minorUnits, String currency) {
        return "%d.%02d %s".formatted(minorUnits / 100, minorUnits % 100, currency);
    }

    /** At most one of these. */
    private static final class Choice {
        @Option(
                names = "--digital",
                description = "Something that needs no stock. Ends CONFIRMED, like an order without options.")
        private boolean digital;

        @Option(
                names = "--decline",
                description = "The provider declines the payment. Ends REJECTED, the stock is free again.")
        private boolean decline;

        @Option(names = "--shortage", description = "More than there is. Ends REJECTED, nothing is captured.")
        private boolean shortage;

        private Kind kind() {
            if (digital) {
                return Kind.DIGITAL;
            }
            if (decline) {
                return Kind.DECLINE;
            }
            return shortage ? Kind.SHORTAGE : Kind.PHYSICAL;
        }
    }
}
