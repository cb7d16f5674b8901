package dev.covenant.chassis.admission;

import java.io.IOException;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import dev.covenant.chassis.json.Json;
import dev.covenant.chassis.problem.Problem;

/**
 * Refuses requests to the API beyond the limit with 503 and Retry-After, before anything is done for them. In front of the REST layer,
 * where the server itself says when an answer is over, whatever became of it. A stream of events is no work while it lasts: those who
 * serve them bound their number.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class AdmissionFilter implements Filter {
    private static final byte[] OVERLOADED = Json.strict()
            .writeValueAsBytes(
                    Problem.of(503, "overloaded", "Overloaded")
                            .detail(
                                    "The server has more to do than it can bear; nothing was done. Send the same request again later."));
    private static final String RETRY_AFTER_SECONDS = "1";

    private Admission admission;
    private AdmissionMetrics metrics;

    @Override
    public void init(FilterConfig filterConfig) {
        var limits =
                CDI.current().select(AdmissionLimits.Configured.class).get().limits();
        admission = new Admission(limits, System::nanoTime);
        metrics = CDI.current().select(AdmissionMetrics.class).get();
        metrics.watch(admission);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        if (isEventStream(http)) {
            chain.doFilter(request, response);
            return;
        }
        var kind = Kind.of(http.getMethod());
        var admitted = admission.tryEnter(kind);
        if (admitted.isEmpty()) {
            metrics.refused(kind);
            refuse((HttpServletResponse) response);
            return;
        }
        var stay = new Stay(admitted.get());
        try {
            chain.doFilter(request, response);
        } finally {
            stay.endsWith(request);
        }
    }

    private static boolean isEventStream(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.startsWith(MediaType.SERVER_SENT_EVENTS);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(503);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setContentLength(OVERLOADED.length);
        response.getOutputStream().write(OVERLOADED);
    }
}
