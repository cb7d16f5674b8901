package dev.covenant.orders.client;

import java.time.Clock;
import java.util.List;

import io.opentelemetry.api.trace.Tracer;

import dev.covenant.chassis.callee.Callee;
import dev.covenant.chassis.callee.CircuitState;
import dev.covenant.chassis.callee.Lane;
import dev.covenant.chassis.http.BoundedHttp;

/**
 * One neighbour as it is called: with one circuit, and with a lane for commands and one for reads, so that browsing never takes the
 * places of orders, nor the other way round.
 */
public final class Neighbour {
    private final String name;
    private final NeighbourSettings settings;
    private final TokenSource tokens;
    private final BoundedHttp http;
    private final Callee callee;
    private final Lane commands;
    private final Lane reads;

    /** @param name of it in logs and metrics, and the audience of our tokens for it */
    public Neighbour(String name, NeighbourSettings settings, TokenSource tokens, Clock clock, Tracer tracer) {
        this.name = name;
        this.settings = settings;
        this.tokens = tokens;
        http = new BoundedHttp(settings.connect(), tracer);
        callee = new Callee(name, settings.circuit(), clock);
        commands = callee.lane("commands", settings.commands());
        reads = callee.lane("reads", settings.reads());
    }

    /** What sagas ask. The saga is the one who asks again. */
    public ServiceCall commands() {
        return call(commands);
    }

    /** What pages ask. Nobody asks again: whoever shows it shows the last answer instead. */
    public ServiceCall reads() {
        return call(reads);
    }

    public String name() {
        return name;
    }

    public CircuitState circuit() {
        return callee.state();
    }

    /** Each with its calls in flight, for whoever watches. */
    public List<Lane> lanes() {
        return List.of(commands, reads);
    }

    private ServiceCall call(Lane lane) {
        return new ServiceCall(http, settings.address(), name, tokens, settings.limit(), lane);
    }
}
