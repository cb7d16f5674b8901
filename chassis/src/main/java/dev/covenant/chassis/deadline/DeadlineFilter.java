package dev.covenant.chassis.deadline;

import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import dev.covenant.chassis.problem.Problem;

/** Reads {@code Covenant-Deadline-Ms} once, at admission: with too little time left nothing is begun. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION + 100)
public class DeadlineFilter implements ContainerRequestFilter {
    public static final String HEADER = "Covenant-Deadline-Ms";

    /** Less than this is not enough to do anything and answer. */
    static final long LEAST_MILLIS = 10;

    static final long MOST_MILLIS = 600_000;

    private final Deadline deadline;

    /** RESTEasy wants one public constructor without parameters, and then lets CDI use the other. */
    public DeadlineFilter() {
        this(null);
    }

    @Inject
    DeadlineFilter(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var header = request.getHeaderString(HEADER);
        if (header == null) {
            return;
        }
        if (!header.matches("\\d{1,6}") || Long.parseLong(header) > MOST_MILLIS) {
            request.abortWith(Problem.invalid(HEADER, "must be a whole number of milliseconds from 0 to " + MOST_MILLIS)
                    .response());
            return;
        }
        var millis = Long.parseLong(header);
        if (millis < LEAST_MILLIS) {
            request.abortWith(Problem.of(503, "deadline-exceeded", "Deadline exceeded")
                    .detail("Only %d ms were left to answer; nothing was done.".formatted(millis))
                    .responding()
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build());
            return;
        }
        deadline.in(Duration.ofMillis(millis));
    }
}
