package dev.covenant.chassis.telemetry;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import com.ibm.websphere.logging.hpel.LogRecordContext.Extension;
import io.opentelemetry.api.trace.Span;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Adds to each line of the JSON log, the server's own included, which trace it belongs to, what it is about, and which version of the
 * service wrote it. Liberty asks for the values as it writes the line, on the thread that logs.
 */
@ApplicationScoped
class LogFields {
    /** Kept here because the server refers to them weakly. */
    private final Map<String, Extension> fields;

    @Inject
    LogFields(
            @ConfigProperty(name = "service.version") String version,
            @ConfigProperty(name = "covenant.telemetry.subject") String subject,
            @ConfigProperty(name = "covenant.telemetry.subject-from-callers") boolean fromCallers) {
        fields = Map.of(
                "traceId",
                LogFields::traceId,
                subject,
                () -> (fromCallers ? Subject.current() : Subject.own()).orElse(null),
                "version",
                () -> version);
    }

    void begin(@Observes Startup startup) {
        fields.forEach(LogRecordContext::registerExtension);
    }

    /** The server outlives the application when that is deployed anew, and takes no name twice. */
    void end(@Observes Shutdown shutdown) {
        fields.keySet().forEach(LogRecordContext::unregisterExtension);
    }

    private static String traceId() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
