package dev.covenant.chaos;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.covenant.chaos.schedule.Target;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.issuer.IssuerAddress;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPorts;

/**
 * The proxies that a usual stack does not have: those by which the other replica of orders alone calls its neighbours, and those by which
 * customers reach each replica.
 */
final class OwnLinks implements AutoCloseable {
    private final Map<Target, FaultProxy> proxies = new EnumMap<>(Target.class);

    OwnLinks(StackPorts ports) {
        proxies.put(Target.ORDERS_2_TO_INVENTORY, FaultProxy.forHttp(ports.of(Part.INVENTORY)));
        proxies.put(Target.ORDERS_2_TO_PAYMENTS, FaultProxy.forHttp(ports.of(Part.PAYMENTS)));
        proxies.put(Target.ORDERS_2_TO_ISSUER, FaultProxy.forHttp(ports.of(Part.ISSUER)));
        proxies.put(Target.ORDERS_2_TO_POSTGRESQL, FaultProxy.forBytes(ports.of(Part.POSTGRESQL)));
        proxies.put(Target.CUSTOMERS_TO_ORDERS, FaultProxy.forHttp(ports.of(Part.ORDERS)));
    }

    /** Where the other replica finds its neighbours. */
    Map<String, String> settings() {
        return Map.of(
                "INVENTORY_URL", url(Target.ORDERS_2_TO_INVENTORY),
                "PAYMENTS_URL", url(Target.ORDERS_2_TO_PAYMENTS),
                "TOKEN_URL",
                        new IssuerAddress(port(Target.ORDERS_2_TO_ISSUER))
                                .tokenEndpoint()
                                .toString(),
                "DB_PORT", Integer.toString(port(Target.ORDERS_2_TO_POSTGRESQL)));
    }

    /** When it is known where the other replica is. */
    void addCustomersOf(URI second) {
        proxies.put(Target.CUSTOMERS_TO_ORDERS_2, FaultProxy.forHttp(second.getPort()));
    }

    /** Where customers find orders, each with a slash at the end. */
    List<URI> replicas() {
        return List.of(
                URI.create(url(Target.CUSTOMERS_TO_ORDERS) + "/"), URI.create(url(Target.CUSTOMERS_TO_ORDERS_2) + "/"));
    }

    /** @throws IllegalArgumentException when it is a link of the usual stack, or none */
    FaultProxy link(Target target) {
        var proxy = proxies.get(target);
        if (proxy == null) {
            throw new IllegalArgumentException(target + " is no link of ours");
        }
        return proxy;
    }

    void clear() {
        proxies.values().forEach(FaultProxy::clear);
    }

    @Override
    public void close() {
        proxies.values().forEach(FaultProxy::close);
    }

    private int port(Target target) {
        return link(target).port();
    }

    private String url(Target target) {
        return "http://localhost:%d".formatted(port(target));
    }
}
