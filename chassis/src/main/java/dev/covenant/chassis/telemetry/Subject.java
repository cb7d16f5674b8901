package dev.covenant.chassis.telemetry;

import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * The id of what the work of this thread is about, for log lines. It travels with the trace: within a process in the context, to other
 * services of ours as an entry of W3C baggage, and to whoever goes on later with the stored trace.
 */
public final class Subject {
    private static final ContextKey<String> OWN = ContextKey.named("covenant.subject");
    private static final String ENTRY = "covenant.subject";
    /** What comes from outside is logged: nothing but an id. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private Subject() {}

    /** The context with this subject; as it was when {@code id} is none. */
    public static Context of(Context context, String id) {
        return isId(id) ? context.with(OWN, id) : context;
    }

    /** Of the work of this thread: the one that this service knows, else the one that its caller names. */
    public static Optional<String> current() {
        return own().or(() ->
                Optional.ofNullable(Baggage.current().getEntryValue(ENTRY)).filter(Subject::isId));
    }

    /** Only what this service knows itself. */
    static Optional<String> own() {
        return Optional.ofNullable(Context.current().get(OWN));
    }

    /** Tells the callee, which is a service of ours, what the call is about. */
    public static void announceIn(HttpRequest.Builder request) {
        current().ifPresent(subject -> request.setHeader("baggage", ENTRY + "=" + subject));
    }

    private static boolean isId(String text) {
        return text != null && ID.matcher(text).matches();
    }
}
