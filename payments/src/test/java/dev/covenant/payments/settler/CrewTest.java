package dev.covenant.payments.settler;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CrewTest {
    private final Queue<Runnable> begun = new ArrayDeque<>();
    private final Crew crew = new Crew(2, begun::add);

    @Test
    void knowsHowManyAreIdle() {
        assertThat(crew.idle()).isEqualTo(2);

        crew.start(() -> {});
        crew.start(() -> {});
        assertThat(crew.idle()).isZero();

        begun.remove().run();
        assertThat(crew.idle()).isEqualTo(1);
    }

    @Test
    void whoFailsIsIdleAgain() {
        crew.start(() -> {
            throw new IllegalStateException("on purpose");
        });

        assertThatThrownBy(begun.remove()::run).hasMessage("on purpose");

        assertThat(crew.idle()).isEqualTo(2);
    }

    @Test
    void whatIsNotBegunOccupiesNobody() {
        var stopping = new Crew(2, _ -> {
            throw new RejectedExecutionException("the server is stopping");
        });

        assertThatThrownBy(() -> stopping.start(() -> {})).isInstanceOf(RejectedExecutionException.class);

        assertThat(stopping.idle()).isEqualTo(2);
    }
}
