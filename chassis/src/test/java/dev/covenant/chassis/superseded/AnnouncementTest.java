package dev.covenant.chassis.superseded;

import java.time.Instant;

import jakarta.ws.rs.core.MultivaluedHashMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnnouncementTest {
    private static final Instant SINCE = Instant.parse("2026-11-26T00:00:00Z");

    @Test
    void saysItsDatesAsTheirStandardsWantThem() {
        var headers = new MultivaluedHashMap<String, Object>();

        new Announcement(SINCE, Instant.parse("2027-07-01T08:05:09Z"), "/openapi").put(headers, "/api/v1/stock/MUG");

        assertThat(headers.getFirst("Deprecation")).isEqualTo("@1795651200");
        assertThat(headers.getFirst("Sunset")).isEqualTo("Thu, 01 Jul 2027 08:05:09 GMT");
        assertThat(headers.getFirst("Link")).isEqualTo("</api/v2/stock/MUG>; rel=\"successor-version\"");
    }

    @Test
    void theSuccessorOfAVersionIsTheNext() {
        var headers = new MultivaluedHashMap<String, Object>();

        new Announcement(SINCE, SINCE, "/openapi").put(headers, "/api/v9/orders/v1/x");

        assertThat(headers.getFirst("Link")).isEqualTo("</api/v10/orders/v1/x>; rel=\"successor-version\"");
    }

    @Test
    void nothingGoesBeforeItIsSuperseded() {
        assertThatThrownBy(() -> new Announcement(SINCE, SINCE.minusSeconds(1), "/openapi"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("since");
    }
}
