package dev.covenant.devstack.provider;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderConfigTest {

    private final Map<String, String> environment =
            new HashMap<>(Map.of("PROVIDER_KEY", "open-sesame", "DB_PASSWORD", "hush"));

    @Test
    void onlyTheSecretsHaveNoDefault() {
        assertThat(ProviderConfig.from(environment))
                .hasToString("localhost:9090, books in jdbc:postgresql://localhost:9092/provider as provider");
    }

    @Test
    void aMissingKeyIsNamed() {
        environment.remove("PROVIDER_KEY");

        assertThatThrownBy(() -> ProviderConfig.from(environment)).hasMessage("PROVIDER_KEY is not set");
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        environment.put("PROVIDER_PORT", "https");
        assertThatThrownBy(() -> ProviderConfig.from(environment)).hasMessageStartingWith("PROVIDER_PORT");

        environment.put("PROVIDER_PORT", "65536");
        assertThatThrownBy(() -> ProviderConfig.from(environment)).hasMessageStartingWith("PROVIDER_PORT");
    }
}
