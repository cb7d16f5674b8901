package dev.covenant.audit.books;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An order with all that orders keeps of it.
 *
 * @param total minor units
 * @param endingType why it came to nothing; null unless REJECTED or CANCELLED
 * @param lastEvent number of its newest event
 * @param confirmedAt null unless it was confirmed once
 * @param saga empty only when something is wrong
 */
public record Order(
        UUID id,
        String customer,
        String status,
        String currency,
        long total,
        String endingType,
        boolean cancelRequested,
        int lastEvent,
        Instant placedAt,
        Instant confirmedAt,
        List<OrderLine> lines,
        Optional<Saga> saga,
        List<Step> steps,
        List<Event> events) {

    /** Nothing more happens to it by itself: what the design promises of its end must hold. */
    public boolean isDone() {
        return saga.filter(Saga::isDone).isPresent();
    }

    public boolean isConfirmed() {
        return status.equals("CONFIRMED");
    }

    public boolean cameToNothing() {
        return status.equals("REJECTED") || status.equals("CANCELLED");
    }

    /** Under which inventory knows its stock. */
    public Optional<UUID> reservationId() {
        return commandId("RESERVE");
    }

    /** Under which payments and the provider know its money. */
    public Optional<UUID> paymentId() {
        return commandId("AUTHORIZE");
    }

    public Optional<UUID> commandId(String step) {
        return steps.stream()
                .filter(one -> one.name().equals(step))
                .map(Step::commandId)
                .findFirst();
    }

    /** What of it needs stock. */
    public SortedMap<String, Long> physicalPieces() {
        return lines.stream()
                .filter(line -> line.kind().equals("PHYSICAL"))
                .collect(Collectors.toMap(OrderLine::sku, OrderLine::quantity, Long::sum, TreeMap::new));
    }

    public long count(String event) {
        return events.stream().filter(one -> one.type().equals(event)).count();
    }
}
