package dev.covenant.devstack.provider;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The provider's books. What a method returns is committed. Commands on one charge take turns on its row, whichever
 * process or thread they come from; the books are right without the rest of the provider.
 */
final class Books {

    private final Transactions transactions;

    Books(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Opens the charge, unless its id is known: then it gives the answer of the time when it was opened. */
    Outcome<Charge> authorize(ChargeRequest request) throws SQLException {
        Charge charge = Charge.opened(request);
        return transactions.run(connection -> {
            if (ChargeRows.insert(connection, charge)) {
                ChargeRows.appendEntry(connection, charge);
                return new Outcome.Booked<>(charge);
            }
            Charge known = ChargeRows.lock(connection, request.id()).orElseThrow();
            return known.request().equals(request)
                    ? new Outcome.Replayed<>(known.asOpened())
                    : new Outcome.OtherContent<>();
        });
    }

    Outcome<Charge> capture(String id) throws SQLException {
        return change(id, Charge::capture);
    }

    Outcome<Charge> cancel(String id) throws SQLException {
        return change(id, Charge::cancel);
    }

    Outcome<Refund> refund(RefundRequest request) throws SQLException {
        return transactions.run(connection -> {
            Optional<Charge> charge = ChargeRows.lock(connection, request.chargeId());
            if (charge.isEmpty()) {
                return new Outcome.NoSuchCharge<>();
            }
            Optional<Refund> known = RefundRows.find(connection, request.chargeId(), request.id());
            if (known.isPresent()) {
                return known.get().request().equals(request)
                        ? new Outcome.Replayed<>(known.get())
                        : new Outcome.OtherContent<>();
            }
            return new Outcome.Booked<>(bookRefund(connection, charge.get(), request));
        });
    }

    Optional<Account> find(String id) throws SQLException {
        return transactions.run(connection -> AccountRows.find(connection, id));
    }

    /** Charges whose id comes after the given one, in the order of their ids (bytes). */
    List<Account> page(String after, int limit) throws SQLException {
        return transactions.run(connection -> AccountRows.page(connection, after, limit));
    }

    boolean reachable() {
        try {
            return transactions.run(connection -> connection.isValid(1));
        } catch (SQLException unreachable) {
            return false;
        }
    }

    private Outcome<Charge> change(String id, Function<Charge, Outcome<Charge>> decision) throws SQLException {
        return transactions.run(connection -> {
            Optional<Charge> charge = ChargeRows.lock(connection, id);
            if (charge.isEmpty()) {
                return new Outcome.NoSuchCharge<>();
            }
            Outcome<Charge> outcome = decision.apply(charge.get());
            if (outcome instanceof Outcome.Booked<Charge>(Charge changed)) {
                ChargeRows.update(connection, changed);
                ChargeRows.appendEntry(connection, changed);
            }
            return outcome;
        });
    }

    private static Refund bookRefund(Connection connection, Charge charge, RefundRequest request) throws SQLException {
        Refund refund = charge.refund(request);
        RefundRows.insert(connection, refund);
        ChargeRows.update(connection, charge.less(refund));
        RefundRows.appendEntry(connection, refund);
        return refund;
    }
}
