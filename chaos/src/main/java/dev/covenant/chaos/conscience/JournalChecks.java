package dev.covenant.chaos.conscience;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.chaos.traffic.Caller.Told;
import dev.covenant.chaos.traffic.Visit;
import dev.covenant.chaos.traffic.Visit.Heard;

/** What a customer was told, held against the orders that there are of him. Each answers what is wrong, if anything is. */
enum JournalChecks {
    ANSWERED("answered", "everybody is answered in the end") {
        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            return visit.isOver() ? Optional.empty() : Optional.of("never heard what became of it");
        }
    },
    REFUSED_WITH_REASON("refused-with-reason", "a refusal is a problem that says why, and never a fault") {
        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            return Stream.concat(visit.heard().stream(), visit.heardOfCancellation().stream())
                    .map(Heard::told)
                    .filter(told -> told.status() == 500
                            || told.status() >= 400 && told.problem().isEmpty())
                    .map(told -> "%d %s".formatted(told.status(), told.body()))
                    .findFirst();
        }
    },
    KEPT("acknowledged-order", "an order that was acknowledged is there, as it was placed and as was said") {
        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            return visit.acknowledgements().stream()
                    .flatMap(answer -> broken(answer.told(), visit, orders).stream())
                    .findFirst();
        }
    },
    ONE_RESULT("one-result-per-key", "every answer to one key is the same") {
        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            var answers = visit.acknowledgements().stream().map(Heard::told).collect(Collectors.toSet());
            return answers.size() <= 1 ? Optional.empty() : Optional.of(answers.size() + " different answers");
        }
    },
    ONE_ORDER("one-order-per-key", "one key makes one order, apart from those that were given up with 503") {
        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            var kept = orders.stream().filter(order -> !order.wasGivenUp()).toList();
            var acknowledged = visit.acknowledged().map(answer -> answer.told().text("orderId"));
            var isOne = kept.size() <= 1
                    && kept.stream()
                            .allMatch(order -> acknowledged.isEmpty()
                                    || acknowledged.get().equals(order.id().toString()));
            return isOne ? Optional.empty() : Optional.of("acknowledged " + acknowledged + ", and there are " + kept);
        }
    },
    CANCELLED("cancelled", "an order whose cancellation was accepted is CANCELLED") {
        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            if (visit.cancelled().filter(told -> told.status() == 202).isEmpty()) {
                return Optional.empty();
            }
            return acknowledgedOrder(visit, orders)
                    .filter(order -> !order.status().equals("CANCELLED"))
                    .map(order -> "it is " + order);
        }
    };

    private final String id;
    private final String words;

    JournalChecks(String id, String words) {
        this.id = id;
        this.words = words;
    }

    abstract Optional<String> wrong(Visit visit, List<OrderRow> orders);

    String id() {
        return id;
    }

    String words() {
        return words;
    }

    private static Optional<OrderRow> acknowledgedOrder(Visit visit, List<OrderRow> orders) {
        return visit.acknowledged().flatMap(answer -> find(answer.told(), orders));
    }

    private static Optional<OrderRow> find(Told told, List<OrderRow> orders) {
        return orders.stream()
                .filter(order -> order.id().toString().equals(told.text("orderId")))
                .findFirst();
    }

    private static Optional<String> broken(Told told, Visit visit, List<OrderRow> orders) {
        var order = find(told, orders);
        if (order.isEmpty()) {
            return Optional.of("there is no order " + told.text("orderId"));
        }
        var is = order.get();
        if (is.total() != visit.wish().total()
                || !is.pieces().equals(visit.wish().pieces())) {
            return Optional.of("it was placed otherwise: " + is);
        }
        return fits(told.text("status"), is, visit)
                ? Optional.empty()
                : Optional.of("said to be %s, it is %s".formatted(told.text("status"), is));
    }

    /** What may still become of an order after its customer was told. */
    private static boolean fits(String said, OrderRow is, Visit visit) {
        return switch (said) {
            case "PENDING" -> Stream.of("CONFIRMED", "REJECTED", "CANCELLED").anyMatch(is.status()::equals);
            case "CONFIRMED" ->
                is.isConfirmed()
                        || is.status().equals("CANCELLED")
                                && (visit.wantedToCancel() || is.why().equals("payment-not-captured"));
            default -> is.status().equals(said);
        };
    }
}
