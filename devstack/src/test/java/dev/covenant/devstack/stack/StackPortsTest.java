package dev.covenant.devstack.stack;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StackPortsTest {

    @Test
    void keepTheirUsualDistances() {
        var ports = StackPorts.from(19080, Map.of(Part.POSTGRESQL, 5433));

        assertThat(ports.url(Part.ORDERS)).isEqualTo("http://localhost:19080");
        assertThat(ports.health(Part.PAYMENTS)).hasToString("http://localhost:19082/health/ready");
        assertThat(ports.of(Part.ISSUER)).isEqualTo(19091);
        assertThat(ports.of(Part.POSTGRESQL)).isEqualTo(5433);
    }

    @Test
    void aTakenOneIsNamedWithItsHolder() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = StackPorts.from(19080, Map.of(Part.INVENTORY, taken.getLocalPort()));

            assertThatThrownBy(ports::requireFree)
                    .hasMessageContaining("port %d, for inventory, is taken by process %d: "
                            .formatted(
                                    taken.getLocalPort(),
                                    ProcessHandle.current().pid()));
        }
    }

    @Test
    void areFoundByOtherCommands(@TempDir Path root) {
        var directory = new StackDirectory(root);
        StackPorts.from(19080, Map.of()).write(directory);

        assertThat(StackPorts.read(directory))
                .hasValueSatisfying(found -> assertThat(found.of(Part.PROVIDER)).isEqualTo(19090));
        assertThat(StackPorts.read(new StackDirectory(root.resolve("elsewhere"))))
                .isEmpty();
    }
}
