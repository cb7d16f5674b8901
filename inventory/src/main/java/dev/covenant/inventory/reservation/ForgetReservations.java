package dev.covenant.inventory.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** Forgets reservations that have been over for long. What is in force stays, however old, and so does every movement. */
@ApplicationScoped
class ForgetReservations {
    private static final String FORGET = """
            DELETE FROM reservation WHERE reservation_id = ANY(ARRAY(
                SELECT reservation_id FROM reservation
                WHERE state IN ('RELEASED', 'RETURNED', 'EXPIRED', 'REFUSED')
                  AND changed_at < now() - interval '1 day' * :days
                ORDER BY changed_at LIMIT :most
                FOR UPDATE SKIP LOCKED))
            """;

    private final Jdbi jdbi;
    private final Memory memory;

    @Inject
    ForgetReservations(Jdbi jdbi, Memory memory) {
        this.jdbi = jdbi;
        this.memory = memory;
    }

    /** Forgets the oldest ones that nobody is just asking for. Returns how many. */
    int forget(int most) {
        return jdbi.withHandle(handle -> handle.createUpdate(FORGET)
                .bind("days", memory.days())
                .bind("most", most)
                .execute());
    }
}
