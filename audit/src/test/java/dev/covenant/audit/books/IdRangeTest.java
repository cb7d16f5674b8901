package dev.covenant.audit.books;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdRangeTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void dividesIdsByWhenTheyWereMade() {
        var justBefore = madeAt(NOON.minusMillis(1), -1);
        var atNoon = madeAt(NOON, 0);

        assertThat(IdRange.madeSince(NOON).contains(atNoon)).isTrue();
        assertThat(IdRange.madeSince(NOON).contains(justBefore)).isFalse();
        assertThat(IdRange.madeBefore(NOON).contains(justBefore)).isTrue();
        assertThat(IdRange.madeBefore(NOON).contains(atNoon)).isFalse();
    }

    @Test
    void leavesNoIdOutBetweenBeforeAndSince() {
        assertThat(IdRange.madeBefore(NOON).to())
                .isEqualTo(IdRange.before(IdRange.madeSince(NOON).from()));
    }

    @Test
    void takesIdsForUnsignedNumbersAsTheDatabaseDoes() {
        var high = UUID.fromString("ffffffff-0000-7000-8000-000000000000");

        assertThat(IdRange.all().contains(high)).isTrue();
        assertThat(IdRange.madeSince(NOON).contains(high)).isTrue();
    }

    @Test
    void goesOnBehindAnId() {
        var id = UUID.fromString("00000000-0000-0001-ffff-ffffffffffff");

        assertThat(IdRange.all().behind(id)).hasValueSatisfying(rest -> assertThat(rest.from())
                .hasToString("00000000-0000-0002-0000-000000000000"));
        assertThat(IdRange.all().behind(IdRange.all().to())).isEmpty();
    }

    @Test
    void stepsBackOverTheMiddle() {
        assertThat(IdRange.before(UUID.fromString("00000000-0000-0002-0000-000000000000")))
                .hasToString("00000000-0000-0001-ffff-ffffffffffff");
    }

    private static UUID madeAt(Instant time, long random) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000 | random & 0xfff, Long.MIN_VALUE | random >>> 2);
    }
}
