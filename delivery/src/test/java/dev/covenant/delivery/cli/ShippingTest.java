package dev.covenant.delivery.cli;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.covenant.delivery.local.LocalEnvironment;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What two checkouts on a machine have in common: jobs of a build server have one each. */
class ShippingTest {
    private static final Workspace ONE = new Workspace(Path.of("/checkouts/one"));
    private static final Workspace OTHER = new Workspace(Path.of("/checkouts/other"));

    @Test
    void checkoutsHaveTheirOwnEnvironments() {
        assertThat(production(ONE, Map.of())).isNotEqualTo(production(OTHER, Map.of()));
    }

    @Test
    void checkoutsWithOneHomeHaveTheSameEnvironments() {
        var home = Map.of("COVENANT_HOME", "/srv/covenant");
        assertThat(production(ONE, home)).isEqualTo(production(OTHER, home)).startsWithRaw(Path.of("/srv/covenant"));
        assertThat(Shipping.shared(ONE, home).root()).isEqualTo(ONE.root());
    }

    @Test
    void aHomeThatEveryCheckoutFindsElsewhereIsRefused() {
        assertThatThrownBy(() -> Shipping.shared(ONE, Map.of("COVENANT_HOME", "shared")))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("\"shared\"");
    }

    private static Path production(Workspace checkout, Map<String, String> settings) {
        return new LocalEnvironment(Shipping.shared(checkout, settings), "production").standings();
    }
}
