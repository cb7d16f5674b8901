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
        boolean isAbout(Visit visit, List<OrderRow> orders) {
            return true;
        }

        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            return visit.isOver() ? Optional.empty() : Optional.of("never heard what became of it");
        }
    },
    REFUSED_WITH_REASON(
            "refused-with-reason",
            "whoever gets no order is asked to come again, and told why: nothing that is asked is wrong") {
        @Override
        boolean isAbout(Visit visit, List<OrderRow> orders) {
            return refusals(visit).findAny().isPresent();
        }

        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            return refusals(visit)
                    .filter(told -> !told.isNotNow())
                    .map(told -> "%d %s".formatted(told.status(), told.body()))
                    .findFirst();
        }

        private Stream<Told> refusals(Visit visit) {
            return Stream.concat(
                    visit.heard().stream().map(Heard::told).filter(told -> !told.isOrder()),
                    visit.heardOfCancellation().stream().map(Heard::told).filter(told -> !told.isAboutCancellation()));
        }
    },
    KEPT("acknowledged-order", "an order that was acknowledged is there, as it was placed and as was said") {
        @Override
        boolean isAbout(Visit visit, List<OrderRow> orders) {
            return visit.acknowledged().isPresent();
        }

        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            return visit.acknowledgements().stream()
                    .flatMap(answer -> broken(answer.told(), visit, orders).stream())
                    .findFirst();
        }
    },
    ONE_RESULT("one-result-per-key", "every answer to one key is the same") {
        @Override
        boolean isAbout(Visit visit, List<OrderRow> orders) {
            return visit.finalAnswers().size() > 1;
        }

        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            var answers = visit.finalAnswers().stream().map(Heard::told).collect(Collectors.toSet());
            return answers.size() <= 1 ? Optional.empty() : Optional.of(answers.size() + " different answers");
        }
    },
    ONE_ORDER(
            "one-order-per-key",
            "one key makes one order, apart from those that were given up with 503; a refused one makes none") {
        @Override
        boolean isAbout(Visit visit, List<OrderRow> orders) {
            return !orders.isEmpty();
        }

        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            var kept = orders.stream().filter(order -> !order.wasGivenUp()).toList();
            var acknowledged = visit.acknowledged().map(answer -> answer.told().text("orderId"));
            var isRight = acknowledged.isPresent()
                    ? kept.stream()
                                    .allMatch(order ->
                                            acknowledged.get().equals(order.id().toString()))
                            && kept.size() <= 1
                    : kept.size() <= (visit.isOver() ? 0 : 1);
            return isRight ? Optional.empty() : Optional.of("acknowledged " + acknowledged + ", and there are " + kept);
        }
    },
    CANCELLED(
            "cancelled",
            "an order whose cancellation was accepted is CANCELLED; only of one that was rejected it is refused") {
        @Override
        boolean isAbout(Visit visit, List<OrderRow> orders) {
            return visit.cancelled().isPresent();
        }

        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            var due = visit.cancelled().filter(told -> told.status() == 409).isPresent() ? "REJECTED" : "CANCELLED";
            return visit.cancelled()
                    .flatMap(_ -> visit.acknowledged())
                    .flatMap(answer -> find(answer.told(), orders))
                    .filter(order -> !order.status().equals(due))
                    .map(order -> "it is " + order);
        }
    },
    FITS_WISH(
            "outcome-fits-wish",
            "an order ends as its payment, its stock and its customer's wish allow, and not otherwise") {
        @Override
        boolean isAbout(Visit visit, List<OrderRow> orders) {
            return !orders.isEmpty();
        }

        @Override
        Optional<String> wrong(Visit visit, List<OrderRow> orders) {
            return orders.stream()
                    .filter(order -> !RightEnding.of(visit).allows(order))
                    .map(order -> "it is " + order)
                    .findFirst();
        }
    };

    private final String id;
    private final String words;

    JournalChecks(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** Whether there is anything of this customer that it could find wrong. */
    abstract boolean isAbout(Visit visit, List<OrderRow> orders);

    abstract Optional<String> wrong(Visit visit, List<OrderRow> orders);

    String id() {
        return id;
    }

    String words() {
        return words;
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
        return fits(told, is)
                ? Optional.empty()
                : Optional.of("said to be %s, it is %s".formatted(told.text("status"), is));
    }

    /** What may still become of an order after its customer was told; for whom which end is right, {@link RightEnding} says. */
    private static boolean fits(Told told, OrderRow is) {
        return switch (told.text("status")) {
            case "PENDING" -> Stream.of("CONFIRMED", "REJECTED", "CANCELLED").anyMatch(is.status()::equals);
            case "CONFIRMED" -> is.isConfirmed() || is.status().equals("CANCELLED");
            case "REJECTED" -> is.endedAs("REJECTED", told.typeOf("rejection"));
            default -> is.endedAs("CANCELLED", told.typeOf("cancellation"));
        };
    }
}
