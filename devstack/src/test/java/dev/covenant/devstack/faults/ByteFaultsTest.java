package dev.covenant.devstack.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ByteFaultsTest {
    private final Echo callee = new Echo();
    private final FaultProxy proxy = FaultProxy.forBytes(callee.port());

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        callee.close();
    }

    @Test
    void withoutAFaultBytesComeAndGo() throws IOException {
        try (var caller = new Line(proxy.port())) {
            assertEchoes(caller);
        }
    }

    @Test
    void theEndOfOneDirectionLeavesTheOtherOpen() throws IOException {
        try (var caller = new Line(proxy.port())) {
            caller.say("all there is");
            caller.endOutput();

            assertThat(caller.hearAll()).isEqualTo("all there is");
        }
    }

    @Test
    void aCalleeThatIsDownResetsTheCaller() throws IOException {
        callee.close();
        try (var caller = new Line(proxy.port())) {
            assertIsReset(caller);
        }
    }

    @Test
    void delayHoldsUpEachDirection() throws IOException {
        try (var caller = new Line(proxy.port())) {
            assertEchoes(caller);
            proxy.inject(new Fault.Delay(Duration.ofMillis(60)));
            var before = System.nanoTime();

            assertEchoes(caller);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void whatIsBeingDelayedGoesOnWhenTheDelayEnds() throws IOException {
        proxy.inject(new Fault.Delay(Duration.ofHours(1)));
        try (var caller = new Line(proxy.port())) {
            caller.say("late");
            assertThat(caller.isSilent()).isTrue();

            proxy.heal();

            assertThat(caller.hear("late")).isEqualTo("late");
        }
    }

    @Test
    void stallHoldsUpOpenConnectionsAndNewOnesAndLosesNothing() throws IOException {
        try (var open = new Line(proxy.port())) {
            assertEchoes(open);
            proxy.inject(new Fault.Stall());
            try (var fresh = new Line(proxy.port())) {
                open.say("still");
                fresh.say("here");
                assertThat(open.isSilent()).isTrue();
                assertThat(fresh.isSilent()).isTrue();

                proxy.heal();

                assertThat(open.hear("still")).isEqualTo("still");
                assertThat(fresh.hear("here")).isEqualTo("here");
            }
        }
    }

    @Test
    void resetBreaksOpenConnectionsAndNewOnes() throws IOException {
        try (var open = new Line(proxy.port())) {
            assertEchoes(open);

            proxy.inject(new Fault.Reset());

            assertIsReset(open);
            try (var fresh = new Line(proxy.port())) {
                assertIsReset(fresh);
            }
        }
    }

    @Test
    void resetReachesConnectionsThatStandStill() throws IOException {
        proxy.inject(new Fault.Stall());
        try (var caller = new Line(proxy.port())) {
            caller.say("never");

            proxy.inject(new Fault.Reset());

            assertIsReset(caller);
        }
    }

    @Test
    void halfOpenSwallowsAndBreaksWhenItEnds() throws IOException {
        try (var open = new Line(proxy.port())) {
            assertEchoes(open);
            var reached = callee.connections();
            proxy.inject(new Fault.HalfOpen());
            try (var fresh = new Line(proxy.port())) {
                open.say("lost");
                fresh.say("lost");
                assertThat(open.isSilent()).isTrue();
                assertThat(fresh.isSilent()).isTrue();

                proxy.heal();

                assertIsReset(open);
                assertIsReset(fresh);
                assertThat(callee.connections()).isEqualTo(reached);
            }
        }
    }

    @Test
    void aConnectionThatLostNothingOutlivesHalfOpen() throws IOException {
        try (var idle = new Line(proxy.port())) {
            assertEchoes(idle);
            proxy.inject(new Fault.HalfOpen());

            proxy.heal();

            assertEchoes(idle);
        }
    }

    @Test
    void refuseTurnsNewConnectionsAwayAndKeepsThePort() throws IOException {
        try (var open = new Line(proxy.port())) {
            assertEchoes(open);
            proxy.inject(new Fault.Refuse());

            assertThatThrownBy(() -> new Line(proxy.port())).isInstanceOf(ConnectException.class);
            assertEchoes(open);

            proxy.heal();
            try (var fresh = new Line(proxy.port())) {
                assertEchoes(fresh);
            }
        }
    }

    @Test
    void closingBreaksWhatIsOpen() throws IOException {
        try (var open = new Line(proxy.port())) {
            assertEchoes(open);

            proxy.close();

            assertIsReset(open);
        }
    }

    private static void assertEchoes(Line caller) throws IOException {
        caller.say("ping");
        assertThat(caller.hear("ping")).isEqualTo("ping");
    }

    private static void assertIsReset(Line caller) {
        assertThatThrownBy(() -> caller.hear("anything"))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }
}
