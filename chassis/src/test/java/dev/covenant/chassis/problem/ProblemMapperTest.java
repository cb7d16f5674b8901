package dev.covenant.chassis.problem;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemMapperTest {
    @Test
    void whatPassesByItselfSaysWhenToComeBack() {
        assertThat(retryAfter(503)).isEqualTo("1");
        assertThat(retryAfter(409)).isNull();
    }

    private static String retryAfter(int status) {
        var problem = Problem.of(status, "full", "Full").exception();
        return new ProblemMapper().toResponse(problem).getHeaderString("Retry-After");
    }
}
