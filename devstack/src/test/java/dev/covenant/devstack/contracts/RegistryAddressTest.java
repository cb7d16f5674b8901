package dev.covenant.devstack.contracts;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.DevstackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegistryAddressTest {
    private static final String LOCAL = "http://localhost:9083";

    @Test
    void isTheLocalStacksUnlessAnotherIsNamed() {
        assertThat(of("", Map.of()).url()).isEqualTo(LOCAL);
        assertThat(of("", Map.of("REGISTRY_URL", "https://one")).url()).isEqualTo("https://one");
        assertThat(of("", Map.of("REGISTRY_URL", "https://one", "PACT_BROKER_BASE_URL", "https://two/"))
                        .url())
                .isEqualTo("https://two");
        assertThat(of("https://three", Map.of("REGISTRY_URL", "https://one")).url())
                .isEqualTo("https://three");
    }

    @Test
    void anotherRegistryNeverGetsTheLocalPassword() {
        var other = of("https://other", Map.of());
        assertThat(other.environment()).containsOnlyKeys("PACT_BROKER_BASE_URL");
        assertThat(authorization(other)).isEmpty();
    }

    @Test
    void aTokenComesBeforeAPassword() {
        var credentials =
                Map.of("PACT_BROKER_USERNAME", "ann", "PACT_BROKER_PASSWORD", "secret", "PACT_BROKER_TOKEN", "a-token");
        var address = of("https://other", credentials);
        assertThat(address.environment())
                .containsEntry("PACT_BROKER_TOKEN", "a-token")
                .doesNotContainKey("PACT_BROKER_PASSWORD");
        assertThat(authorization(address)).isEqualTo("Bearer a-token");
    }

    @Test
    void showsNoSecret() {
        var address = of("https://other", Map.of("PACT_BROKER_USERNAME", "ann", "PACT_BROKER_PASSWORD", "secret"));
        assertThat(address).hasToString("https://other");
        assertThat(authorization(address)).isEqualTo("Basic YW5uOnNlY3JldA==");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> of("localhost:9083", Map.of()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("is no address");
        assertThatThrownBy(() -> of("https://ann:secret@other", Map.of())).hasMessageContaining("is no address");
    }

    private static RegistryAddress of(String asked, Map<String, String> environment) {
        return RegistryAddress.of(asked, environment, () -> RegistryAddress.local(LOCAL));
    }

    private static String authorization(RegistryAddress address) {
        var request = address.request("/").build();
        assertThat(request.uri()).isEqualTo(URI.create(address.url() + "/"));
        return request.headers().firstValue("Authorization").orElse("");
    }
}
