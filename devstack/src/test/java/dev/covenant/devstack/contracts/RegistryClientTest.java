package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.ports.Ports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegistryClientTest {

    @Test
    void aRegistryThatIsAwayIsToldWithWhatToDo() {
        assertThatThrownBy(() -> at(Ports.free()).requireThere())
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("./covenant up")
                .hasMessageContaining("PACT_BROKER_BASE_URL");
    }

    @Test
    void refusedCredentialsAreToldWithoutShowingThem() throws IOException {
        var registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        registry.start();
        try {
            assertThatThrownBy(() -> at(registry.getAddress().getPort()).requireThere())
                    .isInstanceOf(DevstackException.class)
                    .hasMessageContaining("PACT_BROKER_TOKEN")
                    .hasMessageNotContaining("secret");
        } finally {
            registry.stop(0);
        }
    }

    private static RegistryClient at(int port) {
        return new RegistryClient(new RegistryAddress("http://localhost:" + port, "ann", "secret", ""));
    }
}
