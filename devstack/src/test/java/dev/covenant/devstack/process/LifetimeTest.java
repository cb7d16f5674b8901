package dev.covenant.devstack.process;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LifetimeTest {

    @Test
    void closesLastFirstAndGoesOnAfterAFailure() {
        var closed = new ArrayList<String>();
        try (var lifetime = new Lifetime()) {
            lifetime.own(() -> closed.add("database"));
            lifetime.own(() -> {
                throw new IllegalStateException("stuck");
            });
            lifetime.own(() -> closed.add("server"));
        }
        assertThat(closed).containsExactly("server", "database");
    }
}
