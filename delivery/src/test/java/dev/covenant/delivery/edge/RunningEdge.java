package dev.covenant.delivery.edge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.issuer.SigningKey;
import dev.covenant.devstack.issuer.TokenIssuer;
import dev.covenant.devstack.issuer.TokenMint;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;

/** A real edge on free ports, before stand-ins, with a real issuer: six slots for payments, one for each other service. */
public final class RunningEdge implements AutoCloseable {
    public static final String REASON =
            "No HAProxy on this machine, and none to be had from Debian: nothing is known of the edge and of rollouts behind it";

    static final int RATE = 200;
    static final int BODY = 10_000;
    static final int OF_ONE_ADDRESS = 400;
    private static final int CONNECTIONS = 800;

    private final Lifetime lifetime = new Lifetime();
    private final EdgeConfig config;
    private final TokenMint tokens;
    private final HttpClient http;

    /** Whether there is an HAProxy, or one could be fetched. If not, what needs it is skipped, and says so. */
    public static boolean canBeHad() {
        try {
            Haproxy.find(Workspace.find().kept());
            return true;
        } catch (DevstackException none) {
            System.err.println(none.getMessage());
            return false;
        }
    }

    public RunningEdge(Path directory) {
        this(directory, RATE);
    }

    /** @param rate requests in 10 s that one client may send */
    public RunningEdge(Path directory, int rate) {
        var key = SigningKey.generate();
        var issuer = lifetime.own(TokenIssuer.start(Ports.free(), key)).address();
        tokens = new TokenMint(key, issuer, Clock.systemUTC());
        config = new EdgeConfig(
                directory,
                Ports.free(),
                Ports.free(),
                Ports.free(),
                issuer.issuer(),
                Map.of(
                        Part.ORDERS, List.of(Ports.free()),
                        Part.INVENTORY, List.of(Ports.free()),
                        Part.PAYMENTS, freePorts(6)),
                new EdgeLimits(rate, BODY, CONNECTIONS, OF_ONE_ADDRESS));
        var workspace = Workspace.find();
        lifetime.own(Edge.start(
                Haproxy.find(workspace.kept()),
                workspace.root().resolve("delivery/edge/haproxy.cfg"),
                config,
                IssuerKey.publishedAt(issuer.jwks())));
        http = lifetime.own(HttpClient.newBuilder().sslContext(trust()).build());
    }

    /** One in a slot of its own that gets requests. */
    StandIn openStandIn(Part service, int slot) throws IOException {
        var standIn = lifetime.own(
                new StandIn(service + " " + slot, config.slots().get(service).get(slot - 1)));
        slots(service).open(slot);
        return standIn;
    }

    public Slots slots(Part service) {
        return new Slots(config.directory(), service.id());
    }

    public TokenMint tokens() {
        return tokens;
    }

    public SSLContext trust() {
        return EdgeTrust.in(config.directory());
    }

    /** On a port for which no TLS is spoken. */
    String plain(int port, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return send(headers.length == 0 ? request : request.headers(headers)).body();
    }

    public EdgeConfig config() {
        return config;
    }

    Caller as(String token) {
        return new Caller(List.of("Authorization", "Bearer " + token));
    }

    Caller asNobody() {
        return new Caller(List.of());
    }

    /** Somebody outside, over TLS, who trusts the edge's certificate and nothing else. */
    final class Caller {
        private final List<String> headers;

        private Caller(List<String> headers) {
            this.headers = headers;
        }

        Caller with(String header, String value) {
            var more = new ArrayList<>(headers);
            more.addAll(List.of(header, value));
            return new Caller(more);
        }

        HttpResponse<String> get(String path) {
            return send(request(path));
        }

        HttpResponse<String> post(String path, String body) {
            return send(request(path).POST(BodyPublishers.ofString(body)));
        }

        private HttpRequest.Builder request(String path) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + config.entry() + path));
            return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
        }
    }

    private static List<Integer> freePorts(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Ports.free()).toList();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer", e);
        }
    }

    @Override
    public void close() {
        lifetime.close();
    }
}
