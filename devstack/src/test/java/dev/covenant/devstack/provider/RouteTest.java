package dev.covenant.devstack.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RouteTest {

    @Test
    void everyCommandHasItsMethodAndPath() {
        assertThat(Route.of("GET", "/charges")).isEqualTo(new Route.Audit());
        assertThat(Route.of("PUT", "/charges/p-1")).isEqualTo(new Route.Authorize("p-1"));
        assertThat(Route.of("GET", "/charges/p-1")).isEqualTo(new Route.Find("p-1"));
        assertThat(Route.of("POST", "/charges/p-1/capture")).isEqualTo(new Route.Capture("p-1"));
        assertThat(Route.of("POST", "/charges/p-1/void")).isEqualTo(new Route.Cancel("p-1"));
        assertThat(Route.of("PUT", "/charges/p-1/refunds/r-1")).isEqualTo(new Route.Repay("p-1", "r-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "", "charges", "/chargesx", "/charges/p/x", "/charges/p/x/r", "/charges/p/refunds/r/x"})
    void otherPathsLeadNowhere(String path) {
        assertThat(Route.of("GET", path)).isEqualTo(new Route.NotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /charges/p, 'GET, PUT'",
        "POST,   /charges,   GET",
        "GET,    /charges/p/capture, POST",
        "GET,    /charges/p/refunds/r, PUT"
    })
    void aWrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
        assertThat(Route.of(method, path)).isEqualTo(new Route.WrongMethod(allowed));
    }

    @Test
    void anIdOfAnotherFormIsNamed() {
        assertThatThrownBy(() -> Route.of("GET", "/charges/a%20b")).hasMessageStartingWith("paymentId must be");
        assertThatThrownBy(() -> Route.of("PUT", "/charges/p/refunds/" + "r".repeat(65)))
                .hasMessageStartingWith("refundId must be");
    }
}
