package dev.covenant.audit.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** Lists charges as the provider does. */
final class FakeProvider implements AutoCloseable {
    static final String KEY = "a-key";
    private static final Pattern LIST = Pattern.compile("/charges\\?limit=(\\d+)(?:&after=(.*))?");

    private final HttpServer server;
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger listed = new AtomicInteger();

    private FakeProvider(HttpServer server) {
        this.server = server;
    }

    static FakeProvider start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var provider = new FakeProvider(server);
            server.createContext("/", provider::answer);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In their order. */
    void has(List<String> known) {
        ids.addAll(known);
    }

    List<String> requests() {
        return requests;
    }

    /** How many charges it has listed in all. */
    int listed() {
        return listed.get();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        requests.add(path);
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, Map.of());
            return;
        }
        var list = LIST.matcher(path);
        if (list.matches()) {
            send(exchange, 200, page(Integer.parseInt(list.group(1)), list.group(2) == null ? "" : list.group(2)));
        } else {
            var id = path.substring("/charges/".length());
            send(exchange, ids.contains(id) ? 200 : 404, charge(id));
        }
    }

    private ChargePage page(int most, String after) {
        var charges = ids.stream()
                .filter(id -> id.compareTo(after) > 0)
                .limit(most)
                .map(FakeProvider::charge)
                .toList();
        listed.addAndGet(charges.size());
        return new ChargePage(
                charges, charges.size() < most ? null : charges.getLast().id());
    }

    private static Charge charge(String id) {
        return new Charge(id, "AUTHORIZED", 100, "EUR", 0, 0, null, List.of());
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
