package dev.covenant.registry.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class IndexIT {
    private final Registry registry;
    private final ServerUnderTest server;

    IndexIT(ServerUnderTest server) {
        this.server = server;
        this.registry = Registry.of(server);
    }

    @Test
    void namesEveryRelationOfTheBroker() {
        var links = registry.get("?").json().get("_links");

        assertThat(links.propertyNames()).hasSize(36);
        assertThat(links.at("/pb:pacticipant/href").asString())
                .isEqualTo(server.baseUri() + "pacticipants/{pacticipant}");
        assertThat(links.at("/pb:pacticipant/templated").booleanValue()).isTrue();
        assertThat(links.at("/pb:environments/templated").isBoolean()).isTrue();
    }

    @Test
    void linksStayAtTheAddressByWhichTheClientCame() {
        var answer = registry.send(
                "GET", "pacticipants", null, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "contracts.example.org");

        assertThat(answer.text("/_links/self/href")).isEqualTo("https://contracts.example.org/pacticipants");
    }

    @Test
    void whatIsForwardedAndIsNoAddressIsIgnored() {
        List.of("\"><script>", "a b", "x/y")
                .forEach(host -> assertThat(registry.send("GET", "pacticipants", null, "X-Forwarded-Host", host)
                                .text("/_links/self/href"))
                        .isEqualTo(server.baseUri() + "pacticipants"));
    }
}
