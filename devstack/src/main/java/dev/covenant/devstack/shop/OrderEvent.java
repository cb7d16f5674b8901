package dev.covenant.devstack.shop;

import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Something that happened to an order.
 *
 * @param seq its number in the order's log, from 1
 * @param data what belongs to it, as JSON
 */
public record OrderEvent(String seq, String type, String data) {

    /** Reads server-sent events, one after the other as their lines come. */
    static void read(Stream<String> lines, Consumer<OrderEvent> consumer) {
        var reader = new Reader(consumer);
        lines.forEach(reader::line);
    }

    private static final class Reader {
        private final Consumer<OrderEvent> consumer;
        private String seq = "";
        private String type = "";
        private String data = "";

        private Reader(Consumer<OrderEvent> consumer) {
            this.consumer = consumer;
        }

        /** Fields gather until an empty line ends the event; anything else is a comment. */
        private void line(String line) {
            if (line.isEmpty()) {
                finish();
            } else if (line.startsWith("id:")) {
                seq = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                type = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5).strip();
            }
        }

        private void finish() {
            if (!type.isEmpty()) {
                consumer.accept(new OrderEvent(seq, type, data));
            }
            type = "";
            data = "";
        }
    }
}
