package dev.covenant.registry.assignment;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AssignmentTest {
    @Test
    void comesBackAsItWasHandedOut() {
        var assignment = Assignment.of(true, List.of(3L, 12L, 3L));

        assertThat(Assignment.read(assignment.token())).isEqualTo(assignment);
        assertThat(assignment.consumerVersions()).containsExactly(12L, 3L);
    }

    @Test
    void keepsTheLatestVersionsOnly() {
        var assignment =
                Assignment.of(false, LongStream.rangeClosed(1, 500).boxed().toList());

        assertThat(assignment.consumerVersions()).hasSize(20).contains(500L, 481L);
        assertThat(assignment.token()).hasSizeLessThan(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "nonsense", "Y3Y9LTE", "Y3Y9OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"})
    void nothingElseCounts(String token) {
        assertThat(Assignment.read(token)).isEqualTo(Assignment.NONE);
    }
}
