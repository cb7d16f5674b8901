package dev.covenant.registry.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "1.10, 1.1",
        "-0.0, -0.0",
        "1e3, 1000.0",
        "123456789.125, 123456789.125",
        "1e15, 1000000000000000.0",
        "1e16, 1.0e+16",
        "1.25e100, 1.25e+100",
        "0.0001, 0.0001",
        "0.00001, 1.0e-05",
        "-2.5e-10, -2.5e-10"
    })
    void fractionsAreSpelledAsRubyPrintsThem(String json, String canonical) {
        assertThat(spelled(json)).isEqualTo(canonical);
    }

    @Test
    void wholeNumbersKeepAllTheirDigits() {
        assertThat(spelled("123456789012345678901234567890")).isEqualTo("123456789012345678901234567890");
    }

    @Test
    void onlyWhatMustBeEscapedIs() {
        assertThat(spelled("\"\\u00e9\\/<\\\"\\\\\\n\\u0001\\u007f\"")).isEqualTo("\"é/<\\\"\\\\\\n\\u0001\u007f\"");
    }

    @Test
    void fieldsAreSortedByTheirBytesAndListsAreNot() {
        var read = RegistryJson.mapper()
                .readTree("{\"\\ud83d\\ude00\":1,\"\\uffee\":2,\"b\":[3,2,{\"d\":1,\"c\":null}],\"B\":true}");

        assertThat(CanonicalJson.of(CanonicalJson.sorted(read)))
                .isEqualTo("{\"B\":true,\"b\":[3,2,{\"c\":null,\"d\":1}],\"\uffee\":2,\"\ud83d\ude00\":1}");
    }

    private static String spelled(String json) {
        return CanonicalJson.of(RegistryJson.mapper().readTree(json));
    }
}
