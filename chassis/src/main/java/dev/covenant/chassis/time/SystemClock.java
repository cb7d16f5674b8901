package dev.covenant.chassis.time;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The clock of production; tests of rules bring their own. */
@ApplicationScoped
class SystemClock {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
