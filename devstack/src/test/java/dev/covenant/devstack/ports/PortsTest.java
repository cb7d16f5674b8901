package dev.covenant.devstack.ports;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithItsHolder() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();

            assertThat(Ports.isTaken(port)).isTrue();
            assertThat(PortHolder.of(port)).hasValueSatisfying(holder -> {
                assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(holder.command()).contains("java");
            });
        }
    }

    @Test
    void aFreePortHasNoHolder() {
        var port = Ports.free();

        assertThat(Ports.isTaken(port)).isFalse();
        assertThat(PortHolder.of(port)).isEmpty();
    }
}
