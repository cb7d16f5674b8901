package dev.covenant.chassis.limits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import dev.covenant.chassis.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LimitedStreamTest {
    private static final int LIMIT = 10;

    @Test
    void letsABodyWithinTheLimitThrough() throws IOException {
        assertThat(body(LIMIT).readAllBytes()).hasSize(LIMIT);
    }

    @Test
    void endsTheRequestAtTheFirstByteTooMany() {
        assertThatThrownBy(() -> body(LIMIT + 1).readAllBytes()).satisfies(LimitedStreamTest::isTooLarge);
    }

    @Test
    void countsSingleBytesToo() throws IOException {
        var body = body(LIMIT + 1);
        for (var count = 0; count < LIMIT; count++) {
            assertThat(body.read()).isZero();
        }
        assertThatThrownBy(body::read).satisfies(LimitedStreamTest::isTooLarge);
    }

    private static InputStream body(int size) {
        return new LimitedStream(new ByteArrayInputStream(new byte[size]), LIMIT);
    }

    private static void isTooLarge(Throwable fault) {
        assertThat(fault).isInstanceOfSatisfying(ProblemException.class, found -> assertThat(
                        found.problem().status())
                .isEqualTo(413));
    }
}
