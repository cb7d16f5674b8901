package dev.covenant.chassis.tokens;

import java.time.Duration;

/** What the issuer gave. @param lifetime from the moment it was given */
record Granted(String token, Duration lifetime) {
    @Override
    public String toString() {
        return "Granted[for " + lifetime + "]";
    }
}
