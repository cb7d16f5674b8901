package dev.covenant.registry.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.BadTokens;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class AccessIT {
    private final ServerUnderTest server;
    private final String name = Registry.newName("Shop");

    AccessIT(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    void withoutCredentialsNothingIsShown() {
        var answer = Registry.withToken(server, null).get("");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Restricted area\"");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
        assertThat(Registry.of(server, "reader:nothing").get("").status()).isEqualTo(401);
        assertThat(Registry.of(server, "nobody:see:it").get("").status()).isEqualTo(401);
    }

    @Test
    void eachLevelMayDoItsOwnAndWhatIsBelowIt() {
        assertThat(may(Registry.of(server, "reader:see:it"))).isEqualTo("read");
        assertThat(may(Registry.of(server, "publisher:tell"))).isEqualTo("read write");
        assertThat(may(Registry.of(server, "keeper:all"))).isEqualTo("read write admin");
    }

    @Test
    void tokensOfTheIssuerOpenWhatTheirGroupsSay() {
        assertThat(may(Registry.withToken(server, server.tokens().token("ci", "registry", "registry-read"))))
                .isEqualTo("read");
        assertThat(may(Registry.withToken(server, server.tokens().token("ci", "registry", "registry-write"))))
                .isEqualTo("read write");
        assertThat(may(Registry.withToken(server, server.tokens().token("ci", "registry", "registry-admin"))))
                .isEqualTo("read write admin");
    }

    @Test
    void noBadTokenOpensAnything() {
        BadTokens.of(server.tokens(), "ci", "registry", "registry-admin").forEach(token -> assertThat(
                        Registry.withToken(server, token).get("").status())
                .as("with token %s", token)
                .isEqualTo(401));
    }

    @Test
    void aPageOfAnotherServerWritesNothingThroughItsVisitorsBrowser() {
        var visitor = Registry.of(server);
        for (var from : List.of("cross-site", "same-site")) {
            assertThat(visitor.send("PUT", Registry.at("pacticipants/%s", name), "{}", "Sec-Fetch-Site", from)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(visitor.get("pacticipants/%s", name).status()).isEqualTo(404);
    }

    private String may(Registry caller) {
        Registry.of(server).put("pacticipants/%s", name);
        var can = new StringBuilder();
        if (caller.get("pacticipants/%s", name).status() == 200) {
            can.append("read");
        }
        if (caller.put("pacticipants/%s", name).status() == 200) {
            can.append(" write");
        }
        if (caller.delete("pacticipants/%s", name).status() == 204) {
            can.append(" admin");
        }
        return can.toString();
    }
}
