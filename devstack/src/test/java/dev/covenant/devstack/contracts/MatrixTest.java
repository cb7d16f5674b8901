package dev.covenant.devstack.contracts;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MatrixTest {
    private static final String KEPT = row("orders", "1111111111", "payments", "2222222222", "{\"success\": true}");
    private static final String BROKEN = row("orders", "1111111111", "inventory", "3333333333", "{\"success\": false}");
    private static final String UNVERIFIED =
            "{\"consumer\": {\"name\": \"a\", \"version\": {\"number\": \"1\"}}, \"provider\": {\"name\": \"b\", \"version\": null},"
                    + " \"verificationResult\": null}";

    @Test
    void isGreenWhenEveryContractIsKept() {
        assertThat(matrix(KEPT).isGreen()).isTrue();
        assertThat(matrix(KEPT, BROKEN).isGreen()).isFalse();
        assertThat(matrix(KEPT, UNVERIFIED).isGreen()).isFalse();
    }

    @Test
    void isNotGreenWhenThereIsNothing() {
        assertThat(matrix().isGreen()).isFalse();
    }

    @Test
    void saysOfEachContractWhatCameOfIt() {
        assertThat(matrix(KEPT, UNVERIFIED, BROKEN).table().lines().map(line -> line.strip()
                        .replaceAll(" +", " ")))
                .containsExactly(
                        "a 1 expects of b not verified",
                        "orders 111111111 expects of inventory 333333333 BROKEN",
                        "orders 111111111 expects of payments 222222222 kept");
    }

    private static Matrix matrix(String... rows) {
        return Matrix.read(JsonMapper.shared().readTree("{\"matrix\": [" + String.join(",", rows) + "]}"));
    }

    private static String row(String consumer, String version, String provider, String providerVersion, String result) {
        return """
                {"consumer": {"name": "%s", "version": {"number": "%s"}},
                 "provider": {"name": "%s", "version": {"number": "%s"}}, "verificationResult": %s}""".formatted(consumer, version, provider, providerVersion, result);
    }
}
