package dev.covenant.audit.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.covenant.audit.books.Movement;
import dev.covenant.audit.books.Reservation;
import dev.covenant.audit.dossier.Dossier;

/** What inventory alone must say of a reservation and the movements that follow from it. */
final class ReservationChecks {
    private ReservationChecks() {}

    static List<DossierCheck> all() {
        return List.of(
                DossierCheck.ofReservation(
                        "reservation-has-lines",
                        "a reservation claims something, unless it was undone before it came",
                        ReservationChecks::lines),
                new DossierCheck(
                        new Check(
                                "reservation-matches-movements",
                                "what was committed left as a sale, what was returned came back, and nothing else moved"),
                        dossier -> dossier.reservation().isPresent(),
                        dossier -> dossier.reservation().flatMap(reservation -> movements(reservation, dossier))),
                new DossierCheck(
                        new Check("movement-has-reservation", "a sale or return belongs to a reservation that exists"),
                        dossier -> !dossier.stock().movements().isEmpty(),
                        dossier -> Expect.that(
                                dossier.reservation().isPresent(),
                                "a reservation for its movements",
                                "none for %s",
                                told(dossier.stock().movements()))));
    }

    private static Optional<Finding> lines(Reservation reservation) {
        return Expect.that(
                reservation.isTombstone() || !reservation.lines().isEmpty(),
                "lines, or RELEASED or RETURNED without any",
                "%s without lines",
                reservation.state());
    }

    private static Optional<Finding> movements(Reservation reservation, Dossier dossier) {
        var expected = new ArrayList<String>();
        for (var line : reservation.lines()) {
            if (reservation.state().equals("COMMITTED") || reservation.state().equals("RETURNED")) {
                expected.add("SALE %d of %s".formatted(-line.quantity(), line.sku()));
            }
            if (reservation.state().equals("RETURNED")) {
                expected.add("RETURN %d of %s".formatted(line.quantity(), line.sku()));
            }
        }
        var found = told(dossier.stock().movements());
        return Expect.that(
                expected.stream().sorted().toList().equals(found),
                "%s, so movements %s".formatted(reservation.state(), expected),
                "%s",
                found);
    }

    /** A line whose pieces left from several warehouses is one sale in as many movements. */
    private static List<String> told(List<Movement> movements) {
        return movements.stream()
                .collect(Collectors.groupingBy(Kind::of, Collectors.summingLong(Movement::quantity)))
                .entrySet()
                .stream()
                .map(moved -> moved.getKey().told(moved.getValue()))
                .sorted()
                .toList();
    }

    private record Kind(String type, String sku, boolean applied) {
        static Kind of(Movement movement) {
            return new Kind(movement.type(), movement.sku(), movement.applied());
        }

        String told(long quantity) {
            return "%s %d of %s%s".formatted(type, quantity, sku, applied ? "" : ", not applied");
        }
    }
}
