package dev.covenant.inventory.api;

import java.time.Instant;

import jakarta.ws.rs.core.MultivaluedHashMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetirementTest {
    private static final Instant SINCE = Instant.parse("2026-11-26T00:00:00Z");

    @Test
    void saysItsDatesAsTheirStandardsWantThem() {
        var headers = new MultivaluedHashMap<String, Object>();

        new Retirement(SINCE, Instant.parse("2027-07-01T08:05:09Z"), "/openapi").announce(headers, "/api/v1/stock/MUG");

        assertThat(headers.getFirst("Deprecation")).isEqualTo("@1795651200");
        assertThat(headers.getFirst("Sunset")).isEqualTo("Thu, 01 Jul 2027 08:05:09 GMT");
    }

    @Test
    void nothingGoesBeforeItIsSuperseded() {
        assertThatThrownBy(() -> new Retirement(SINCE, SINCE.minusSeconds(1), "/openapi"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("superseded-since");
    }
}
