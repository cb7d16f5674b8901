package dev.covenant.chassis.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealerTest {
    private static final String SECRET = "a secret, with an umlaut: ü";

    private final Sealer sealer = new Sealer(key(1));

    @ParameterizedTest
    @ValueSource(strings = {SECRET, ""})
    void opensWhatItSealedForTheSameContext(String secret) {
        assertThat(sealer.open(sealer.seal(secret, "row-1"), "row-1")).isEqualTo(secret);
    }

    @Test
    void opensNothingForAnotherContext() {
        assertThatThrownBy(() -> sealer.open(sealer.seal(SECRET, "row-1"), "row-2"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingOfAnotherKey() {
        assertThatThrownBy(() -> new Sealer(key(2)).open(sealer.seal(SECRET, "row-1"), "row-1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingOfWhichAnyByteWasChanged() {
        var sealed = sealer.seal(SECRET, "row-1");

        assertThat(IntStream.range(0, sealed.length)).allSatisfy(place -> {
            var changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> sealer.open(changed, "row-1")).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void opensNothingThatIsCutOff() {
        assertThatThrownBy(() -> sealer.open(new byte[] {1, 2, 3}, "row-1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.open(new byte[0], "row-1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTimeAndNeverInClear() {
        var first = sealer.seal(SECRET, "row-1");

        assertThat(first).isNotEqualTo(sealer.seal(SECRET, "row-1"));
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void aFingerprintIsTheSameForTheSameTextAndKeyOnly() {
        var fingerprint = sealer.fingerprint(SECRET);

        assertThat(fingerprint).hasSize(32).isEqualTo(new Sealer(key(1)).fingerprint(SECRET));
        assertThat(fingerprint).isNotEqualTo(sealer.fingerprint(SECRET + "."));
        assertThat(fingerprint).isNotEqualTo(new Sealer(key(2)).fingerprint(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dG9vIHNob3J0", "not Base64!"})
    void wantsAKeyOf32Bytes(String key) {
        assertThatThrownBy(() -> new Sealer(key)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String key(int filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
