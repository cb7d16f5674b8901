package dev.covenant.audit.checks;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.covenant.audit.books.Order;
import dev.covenant.audit.books.Payment;
import dev.covenant.audit.books.Reservation;
import dev.covenant.audit.dossier.Dossier;

/**
 * A check of one dossier. It must hold at every moment of a sound run: what is still under way passes.
 */
public record DossierCheck(Check check, Predicate<Dossier> concerned, Function<Dossier, Optional<Finding>> examine) {

    /** Whether there is anything in it to check. */
    public boolean concerns(Dossier dossier) {
        return concerned.test(dossier);
    }

    /** What is wrong with it. */
    public Optional<Finding> find(Dossier dossier) {
        return concerns(dossier) ? examine.apply(dossier) : Optional.empty();
    }

    static DossierCheck ofOrder(String name, String promise, Function<Order, Optional<Finding>> examine) {
        return new DossierCheck(
                new Check(name, promise), dossier -> dossier.order().isPresent(), dossier -> dossier.order()
                        .flatMap(examine));
    }

    static DossierCheck ofReservation(String name, String promise, Function<Reservation, Optional<Finding>> examine) {
        return new DossierCheck(
                new Check(name, promise), dossier -> dossier.reservation().isPresent(), dossier -> dossier.reservation()
                        .flatMap(examine));
    }

    static DossierCheck ofPayment(String name, String promise, Function<Payment, Optional<Finding>> examine) {
        return new DossierCheck(
                new Check(name, promise), dossier -> dossier.payment().isPresent(), dossier -> dossier.payment()
                        .flatMap(examine));
    }
}
