package dev.covenant.orders.api.v1;

import java.io.IOException;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import dev.covenant.orders.order.EventLog;
import dev.covenant.orders.order.OrderEvent;
import dev.covenant.orders.order.OrderFollower;

/** Writes what it hears to one client. */
final class EventStream implements OrderFollower {
    private final SseEventSink sink;
    private final Sse sse;

    EventStream(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    @Override
    public boolean onEvent(EventLog.Recorded event) {
        if (sink.isClosed()) {
            return false;
        }
        sink.send(sse.newEventBuilder()
                .id(Integer.toString(event.seq()))
                .name(event.type())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, OrderEventView.of(event))
                .build());
        return !event.type().equals(OrderEvent.CHECKOUT_FINISHED);
    }

    /** A comment, which clients ignore: writing it is the way to learn that nobody reads any more. */
    @Override
    public boolean onSilence() {
        if (!sink.isClosed()) {
            sink.send(sse.newEventBuilder().comment("still here").build());
        }
        return !sink.isClosed();
    }

    @Override
    public void onEnd() {
        try {
            sink.close();
        } catch (IOException gone) {
            // Its client left first: there is nobody to tell.
        }
    }
}
