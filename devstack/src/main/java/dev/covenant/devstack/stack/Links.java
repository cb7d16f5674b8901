package dev.covenant.devstack.stack;

import java.util.HashMap;
import java.util.Map;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.faults.FaultProxy;

/** Where a part finds another: at its own port, or at that of a proxy between them. */
final class Links implements AutoCloseable {
    private final StackPorts ports;
    private final Map<Link, FaultProxy> proxies = new HashMap<>();

    private Links(StackPorts ports) {
        this.ports = ports;
    }

    /** Everybody calls everybody directly. */
    static Links direct(StackPorts ports) {
        return new Links(ports);
    }

    /** With a proxy on each link for which the plan wants one. */
    static Links of(StackPlan plan) {
        var links = new Links(plan.ports());
        plan.proxied().forEach(links::addProxy);
        return links;
    }

    /** The port by which {@code from} calls {@code to}. */
    int port(Part from, Part to) {
        var proxy = proxies.get(new Link(from, to));
        return proxy == null ? ports.of(to) : proxy.port();
    }

    /** The same as an address for HTTP, without a slash at the end. */
    String url(Part from, Part to) {
        return StackPorts.url(port(from, to));
    }

    /** @throws DevstackException when there is none */
    FaultProxy proxy(Link link) {
        var proxy = proxies.get(link);
        if (proxy == null) {
            throw new DevstackException(
                    "There is no proxy on %s; there is one on %s.".formatted(link, proxies.keySet()));
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

    private void addProxy(Link link) {
        var callee = ports.of(link.to());
        proxies.put(link, link.isHttp() ? FaultProxy.forHttp(callee) : FaultProxy.forBytes(callee));
    }
}
