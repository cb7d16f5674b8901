package dev.covenant.orders.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.http.Reply;

import static org.assertj.core.api.Assertions.assertThat;

class NeighbourTest {
    private final CompletableFuture<Void> readsAreAnswered = new CompletableFuture<>();
    private HttpServer server;
    private Neighbour bank;

    /** With one place for commands and one for reads. */
    @BeforeEach
    void startNeighbour() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        bank = Contract.neighbour(
                "bank", URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stopNeighbour() {
        server.stop(0);
    }

    @Test
    void readsNeverTakeThePlacesOfCommands() {
        var underWay = bank.reads().get("/accounts");

        assertThat(bank.reads().get("/accounts").join())
                .isEqualTo(new Reply.NotSent("bank reads has 1 calls in flight"));
        assertThat(bank.commands().post("/accounts/1/close").join()).isInstanceOf(Reply.Answer.class);

        readsAreAnswered.complete(null);
        assertThat(underWay.join()).isInstanceOf(Reply.Answer.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            readsAreAnswered.join();
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
