package dev.covenant.delivery.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A process in a service's place: it starts quickly, and its version decides how it behaves. Told to end it does so at once, whatever it
 * has still to answer: whoever stops it must have seen to that. Arguments: port, version.
 */
final class StandInServer {
    static final String NEVER_READY = "a";
    static final String SMOKES = "b";

    private static final int WORK_MILLIS = 20;
    private static final int SLOW_MILLIS = 1_000;

    private StandInServer() {}

    public static void main(String[] arguments) throws IOException {
        var version = arguments[1];
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/health/ready", exchange -> answer(exchange, version.startsWith(NEVER_READY) ? 503 : 200, version));
        server.createContext("/smoke", exchange -> answer(exchange, version.startsWith(SMOKES) ? 500 : 200, version));
        server.createContext("/api", exchange -> {
            work(exchange.getRequestURI().getPath().endsWith("/slow") ? SLOW_MILLIS : WORK_MILLIS);
            answer(exchange, 200, version);
        });
        server.start();
    }

    private static void work(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String version) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, version.length());
        exchange.getResponseBody().write(version.getBytes());
        exchange.close();
    }
}
