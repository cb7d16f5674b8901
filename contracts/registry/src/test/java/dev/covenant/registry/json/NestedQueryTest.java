package dev.covenant.registry.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NestedQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "a=1&b={=} {\"a\":\"1\",\"b\":\"{=}\"}",
                "a[]=1&a[]=2 {\"a\":[\"1\",\"2\"]}",
                "a[b]=1&a[c]=2 {\"a\":{\"b\":\"1\",\"c\":\"2\"}}",
                "q[][a]=1&q[][b]=2&q[][a]=3 {\"q\":[{\"a\":\"1\",\"b\":\"2\"},{\"a\":\"3\"}]}",
                "q%5B%5D%5Ba%5D=x+y%20z {\"q\":[{\"a\":\"x`y`z\"}]}",
                "a&&b= {\"a\":\"\",\"b\":\"\"}",
                "a/~b[]=1 {\"a/~b\":[\"1\"]}"
            })
    void readsAsRackDoes(String query, String json) {
        assertThat(NestedQuery.read(query).orElseThrow()).hasToString(json.replace('`', ' '));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a[]=2", "a=1&a[b]=2", "a[]=1&a[b]=2", "[]=1", "a[b", "a=%zz", "a[][b][c]=1"})
    void whatContradictsItselfOrIsMalformedIsNotRead(String query) {
        assertThat(NestedQuery.read(query)).isEmpty();
    }

    @Test
    void theNumberOfFieldsIsLimited() {
        assertThat(NestedQuery.read("a[]=1&".repeat(2_000) + "a[]=1")).isEmpty();
    }
}
