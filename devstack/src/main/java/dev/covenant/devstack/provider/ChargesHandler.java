package dev.covenant.devstack.provider;

import java.io.IOException;
import java.sql.SQLException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Every path below the root, for callers with the key. Faults are logged here and told to the caller in one line. */
final class ChargesHandler implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(ChargesHandler.class.getName());

    private final ApiKey key;
    private final ChargesApi api;
    private final Admission admission;

    ChargesHandler(ApiKey key, ChargesApi api, Admission admission) {
        this.key = key;
        this.api = api;
        this.admission = admission;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!admission.enter()) {
            send(Reply.error(503, "too-busy", "too many calls in progress", "Retry-After", "1"), exchange);
            return;
        }
        try {
            send(reply(exchange), exchange);
        } finally {
            admission.leave();
        }
    }

    private static void send(Reply reply, HttpExchange exchange) throws IOException {
        try (exchange) {
            reply.send(exchange);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        if (!key.allows(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Reply.error(
                    401,
                    "unauthorized",
                    "the header Authorization must be: Bearer <key>",
                    "WWW-Authenticate",
                    "Bearer");
        }
        try {
            return api.reply(new Request(exchange));
        } catch (BadRequest bad) {
            return bad.reply();
        } catch (SQLException fault) {
            LOG.log(System.Logger.Level.ERROR, "the books failed: {0}", fault.getMessage());
            return Reply.error(503, "books-unavailable", "the books are out of reach; ask again", "Retry-After", "1");
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "unexpected fault", fault);
            return Reply.error(500, "internal", "the provider failed; its log says how");
        }
    }
}
