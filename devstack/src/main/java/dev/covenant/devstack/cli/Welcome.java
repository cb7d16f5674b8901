package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.time.Duration;

import dev.covenant.devstack.observe.Observation;
import dev.covenant.devstack.observe.Observer;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPorts;

/** What a person sees when everything is up: where it is, and what to type next. */
record Welcome(StackPorts ports, Observation observation) {
    private static final String NEXT = """

            In another terminal:
              ./covenant order                        place an order and watch it
              ./covenant order --shortage             one that stock cannot meet; also --decline, --digital
              ./covenant token customer --for orders  a token for your own calls
              ./covenant trace <order>                one order's way through all services: its trace and its log lines
              ./covenant status
              ./covenant logs orders -f
              ./covenant dev inventory                change code and see it run
            """;

    void print(PrintWriter out, Duration took) {
        out.printf("%nCovenant is up after %s. Ctrl-C stops it.%n%n", ConsoleProgress.seconds(took));
        row(out, Part.ORDERS, "/api/v1", "its API by hand: " + ports.url(Part.ORDERS) + "/openapi/ui");
        row(out, Part.INVENTORY, "/api/v1", "likewise: " + ports.url(Part.INVENTORY) + "/openapi/ui");
        row(out, Part.PAYMENTS, "/api/v1", "likewise: " + ports.url(Part.PAYMENTS) + "/openapi/ui");
        row(out, Part.REGISTRY, "", "contracts and deployments; user covenant, password covenant");
        row(out, Part.PROVIDER, "", "simulated: charges nobody");
        row(out, Part.ISSUER, "/covenant", "believes every secret: for this machine only");
        out.printf(
                "  %-12s %-32s %s%n",
                Part.POSTGRESQL,
                "127.0.0.1:" + ports.of(Part.POSTGRESQL),
                "orders, inventory, payments, registry, provider");
        observation
                .address(Observer.ZIPKIN)
                .ifPresent(zipkin -> row(out, Observer.ZIPKIN.id(), zipkin + "/zipkin", "traces"));
        observation
                .address(Observer.PROMETHEUS)
                .ifPresent(address -> row(out, Observer.PROMETHEUS.id(), address + "/alerts", "metrics and alerts"));
        out.print(NEXT);
        out.flush();
    }

    private void row(PrintWriter out, Part part, String path, String remark) {
        row(out, part.id(), ports.url(part) + path, remark);
    }

    private static void row(PrintWriter out, String name, String address, String remark) {
        out.printf("  %-12s %-32s %s%n", name, address, remark);
    }
}
