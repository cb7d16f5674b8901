package dev.covenant.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** An order's server-sent events, as a customer's browser reads them. */
final class EventStream implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stream<String> body;
    private final Iterator<String> lines;

    private EventStream(Stream<String> body) {
        this.body = body;
        this.lines = body.iterator();
    }

    /** @param lastEventId the last one that was heard; 0 to begin with the first */
    static EventStream of(String orderId, Api orders, int lastEventId) {
        return new EventStream(open(orderId, orders, lastEventId).body());
    }

    static int statusOf(String orderId, Api orders, int lastEventId) {
        var response = open(orderId, orders, lastEventId);
        try (var _ = response.body()) {
            return response.statusCode();
        }
    }

    /** The events up to the next one of this type. */
    List<Event> upTo(String type) {
        var events = new ArrayList<Event>();
        do {
            events.add(next());
        } while (!events.getLast().type().equals(type));
        return events;
    }

    /** What comes until the stream ends, orderly or not. */
    List<String> rest() {
        var rest = new ArrayList<String>();
        try {
            lines.forEachRemaining(rest::add);
        } catch (UncheckedIOException torn) {
            // The server is gone: that is an end, too.
        }
        return rest.stream().filter(line -> line.startsWith("id:")).toList();
    }

    @Override
    public void close() {
        body.close();
    }

    private Event next() {
        String id = null;
        String type = null;
        while (id == null || type == null) {
            var line = lines.next();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                type = line.substring(6).strip();
            }
        }
        return new Event(Integer.parseInt(id), type);
    }

    private static HttpResponse<Stream<String>> open(String orderId, Api orders, int lastEventId) {
        var request =
                orders.request("/api/v1/orders/%s/events".formatted(orderId)).header("Accept", "text/event-stream");
        if (lastEventId > 0) {
            request.header("Last-Event-ID", Integer.toString(lastEventId));
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Event(int id, String type) {
        @Override
        public String toString() {
            return id + " " + type;
        }
    }
}
