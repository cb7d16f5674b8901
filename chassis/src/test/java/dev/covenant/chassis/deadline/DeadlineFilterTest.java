package dev.covenant.chassis.deadline;

import java.net.URISyntaxException;
import java.time.Duration;

import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.chassis.problem.Problem;
import dev.covenant.chassis.time.TurnableClock;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineFilterTest {
    private static final Duration OWN_LIMIT = Duration.ofSeconds(2);

    private final TurnableClock clock = new TurnableClock();
    private final Deadline deadline = new Deadline(clock);
    private final DeadlineFilter filter = new DeadlineFilter(deadline);

    @Test
    void leavesTheServicesOwnLimitWhenTheCallerNamesNone() throws URISyntaxException {
        assertThat(filter(null)).isNull();
        assertThat(deadline.remaining(OWN_LIMIT)).isEqualTo(OWN_LIMIT);
    }

    @Test
    void boundsTheWaitByWhatTheCallerHasLeft() throws URISyntaxException {
        assertThat(filter("1500")).isNull();
        assertThat(deadline.remaining(OWN_LIMIT)).isEqualTo(Duration.ofMillis(1_500));
        clock.turn(Duration.ofMillis(1_000));
        assertThat(deadline.remaining(OWN_LIMIT)).isEqualTo(Duration.ofMillis(500));
        clock.turn(Duration.ofMillis(1_000));
        assertThat(deadline.remaining(OWN_LIMIT)).isEqualTo(Duration.ZERO);
    }

    @Test
    void neverMakesTheWaitLongerThanTheServicesOwnLimit() throws URISyntaxException {
        assertThat(filter("600000")).isNull();
        assertThat(deadline.remaining(OWN_LIMIT)).isEqualTo(OWN_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9"})
    void refusesWorkForWhichThereIsTooLittleTime(String millis) throws URISyntaxException {
        var answer = filter(millis);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(((Problem) answer.getEntity()).name()).isEqualTo("deadline-exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "600001", "1s", "99999999999999999999", "١٠"})
    void refusesWhatIsNoNumberOfMilliseconds(String millis) throws URISyntaxException {
        var answer = filter(millis);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(((Problem) answer.getEntity()).errors()).singleElement().satisfies(error -> assertThat(error.field())
                .isEqualTo("Covenant-Deadline-Ms"));
    }

    private Response filter(String millis) throws URISyntaxException {
        var request = MockHttpRequest.get("/");
        if (millis != null) {
            request.header(DeadlineFilter.HEADER, millis);
        }
        var context = new PreMatchContainerRequestContext(request, new ContainerRequestFilter[0], () -> null);
        filter.filter(context);
        return context.getResponseAbortedWith();
    }
}
