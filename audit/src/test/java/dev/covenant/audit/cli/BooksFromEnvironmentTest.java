package dev.covenant.audit.cli;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BooksFromEnvironmentTest {
    @Test
    void namesNoBooksWhenNothingIsSet() {
        assertThat(new BooksFromEnvironment(Map.of("PROVIDER_URL", "http://provider")).read())
                .isEmpty();
    }

    @Test
    void namesTheBooks() {
        assertThat(new BooksFromEnvironment(whole()).read()).hasValueSatisfying(books -> {
            assertThat(books.provider()).isEqualTo(URI.create("http://provider"));
            assertThat(books.providerKey()).isEqualTo("key");
        });
    }

    @Test
    void saysWhatIsMissing() {
        var part = whole();
        part.remove("AUDIT_PAYMENTS_PASSWORD");
        part.put("PROVIDER_KEY", " ");

        assertThatThrownBy(() -> new BooksFromEnvironment(part).read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Set these too: AUDIT_PAYMENTS_PASSWORD, PROVIDER_KEY");
    }

    @Test
    void refusesAnAddressOfNoPostgresql() {
        var wrong = whole();
        wrong.put("AUDIT_ORDERS_URL", "http://orders");

        assertThatThrownBy(() -> new BooksFromEnvironment(wrong).read()).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, String> whole() {
        return new HashMap<>(Map.of(
                "AUDIT_ORDERS_URL", "jdbc:postgresql://db/orders",
                "AUDIT_ORDERS_PASSWORD", "a",
                "AUDIT_INVENTORY_URL", "jdbc:postgresql://db/inventory",
                "AUDIT_INVENTORY_PASSWORD", "b",
                "AUDIT_PAYMENTS_URL", "jdbc:postgresql://db/payments",
                "AUDIT_PAYMENTS_PASSWORD", "c",
                "PROVIDER_URL", "http://provider",
                "PROVIDER_KEY", "key"));
    }
}
