package dev.covenant.chassis.ids;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UuidV7Test {

    @Test
    void isOfVersion7AndTellsItsTime() {
        var before = Instant.now().toEpochMilli();
        var id = UuidV7.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isBetween(before, Instant.now().toEpochMilli());
    }

    @Test
    void growsWithTimeAsTextToo() {
        var ids =
                Stream.generate(UuidV7::next).limit(10_000).map(UUID::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void isReadFromItsCanonicalForm() {
        var id = UuidV7.next();

        assertThat(UuidV7.parse(id.toString())).contains(id);
        assertThat(UuidV7.parse(id.toString().toUpperCase())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-1-7000-8000-1",
                "cc8c6d1e-3a1e-4b53-9d12-4f0a5d0c7c11",
                "01985c3e-9e7a-7cc4-cf0c-1a2b3c4d5e6f",
                "01985c3e9e7a7cc49f0c1a2b3c4d5e6f",
                "{01985c3e-9e7a-7cc4-9f0c-1a2b3c4d5e6f}",
                "01985c3e-9e7a-7cc4-9f0c-1a2b3c4d5e6f\n",
                "01985c3e-9e7a-7cc4-9f0c-1a2b3c4d5e6g"
            })
    void isNothingElse(String text) {
        assertThat(UuidV7.parse(text)).isEmpty();
    }
}
