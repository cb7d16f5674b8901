package dev.covenant.devstack.testing.access;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTableTest {
    private static final List<String> DOCUMENT = """
            ### inventory

            | endpoint | no role | `merchandiser` |
            |---|---|---|
            | `GET /api/v1/stock/{sku}` | 403 | yes |
            | `PUT /api/v1/reservations/{reservationId}` | 403 | 403 |

            ### payments

            | endpoint | `finance` |
            |---|---|
            | `GET /api/v1/ledger` | yes |
            """.lines().toList();

    @Test
    void isTheOneBelowTheServicesName() {
        var table = AccessTable.of("inventory", DOCUMENT);

        assertThat(table.callers()).containsExactly("no role", "merchandiser");
        assertThat(table.endpoints())
                .extracting(Endpoint::toString)
                .containsExactly("GET /api/v1/stock/{sku}", "PUT /api/v1/reservations/{reservationId}");
        assertThat(table.endpoints().getFirst().cells()).isEqualTo(Map.of("no role", "403", "merchandiser", "yes"));
        assertThat(AccessTable.of("payments", DOCUMENT).callers()).containsExactly("finance");
    }

    @Test
    void parametersAreFilledWithGoodValues() {
        assertThat(AccessTable.of("inventory", DOCUMENT).endpoints())
                .extracting(Endpoint::filledPath)
                .containsExactly("api/v1/stock/MUG", "api/v1/reservations/019803e8-5c2b-7f6a-9d41-3b8e2a7c1f05");
    }

    @Test
    void aMissingOneIsAMistake() {
        assertThatThrownBy(() -> AccessTable.of("orders", DOCUMENT)).hasMessageContaining("### orders");
    }
}
