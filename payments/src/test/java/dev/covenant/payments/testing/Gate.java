package dev.covenant.payments.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands between the service and the provider. Everything passes but what a test holds: each hold is for the next call of its kind and
 * for that one alone, so that whoever asks again gets through.
 */
public final class Gate implements AutoCloseable {
    private static final int BACKLOG = 256;
    private static final List<String> FORWARDED = List.of("Authorization", "Content-Type");

    private final Map<ProviderCall, HeldMessage> requests = new ConcurrentHashMap<>();
    private final Map<ProviderCall, HeldMessage> answers = new ConcurrentHashMap<>();
    private final Map<ProviderCall, String> inventions = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final URI provider;

    private Gate(HttpServer server, URI provider) {
        this.server = server;
        this.provider = provider;
    }

    /** On a free port. */
    public static Gate to(URI provider) {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), BACKLOG);
            var gate = new Gate(server, provider);
            server.setExecutor(gate.threads);
            server.createContext("/", gate::pass);
            server.start();
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    /** The provider does not hear of the call before it is released. */
    public HeldMessage holdRequest(ProviderCall call) {
        var message = new HeldMessage();
        requests.put(call, message);
        return message;
    }

    /** The provider has done it; the service does not hear of it before the answer is released. */
    public HeldMessage holdAnswer(ProviderCall call) {
        var message = new HeldMessage();
        answers.put(call, message);
        return message;
    }

    /** The provider is not asked; this is said in its place. */
    public void invent(ProviderCall call, String answer) {
        inventions.put(call, answer);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }

    /** An exchange that is closed without an answer is a lost connection to the service. */
    private void pass(HttpExchange exchange) {
        try (exchange) {
            var call = new ProviderCall(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            var invented = inventions.remove(call);
            if (invented != null) {
                send(exchange, 200, invented.getBytes(StandardCharsets.UTF_8));
                return;
            }
            stand(requests.remove(call));
            var answer = forward(exchange);
            stand(answers.remove(call));
            send(exchange, answer.statusCode(), answer.body());
        } catch (IOException lost) {
            // One of both sides is gone, because a test wants it so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        provider.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (var name : FORWARDED) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void stand(HeldMessage message) throws InterruptedException {
        if (message != null) {
            message.stand();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
