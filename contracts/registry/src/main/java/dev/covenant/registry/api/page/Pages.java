package dev.covenant.registry.api.page;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.covenant.registry.api.BaseUrl;

/** Makes pages of what there is to show. */
@RequestScoped
class Pages {
    /** Who names no type, or any, is a client and gets the document that is at the same address. */
    static final String HTML = "text/html;charset=utf-8;qs=0.5";

    /**
     * What the document's resource reads, where it reads something: of two methods at one address the runtime prefers the one that says
     * what it reads, to whomever sends nothing, before it looks at what they answer.
     */
    static final String AS_DOCUMENT = MediaType.APPLICATION_JSON;

    private static final String TYPE = "text/html;charset=utf-8";
    private static final int LONGEST_WORD = 255;

    /** Nothing but our own stylesheet, and forms that come back to us: a name that got through the escaping could still do nothing. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Templates templates;
    private final BaseUrl base;
    private final Clock clock;

    @Inject
    Pages(Templates templates, BaseUrl base, Clock clock) {
        this.templates = templates;
        this.base = base;
        this.clock = clock;
    }

    /** Not when the request was refused before anybody asked by which address it came. */
    boolean haveAddress() {
        return base.urls() != null;
    }

    Site site() {
        return new Site(
                Optional.ofNullable(URI.create(base.urls().base()).getRawPath()).orElse(""));
    }

    /** Null for none. */
    Moment moment(Instant time) {
        return time == null ? null : Moment.of(time, clock.instant());
    }

    /** What somebody looks for; empty for everything. */
    static String word(String given) {
        var word = given == null ? "" : given.strip();
        return word.substring(0, Math.min(LONGEST_WORD, word.length()));
    }

    Response ok(String template, Object view) {
        return answer(200, template, view);
    }

    Response notFound() {
        return answer(404, "notFound.jte", site());
    }

    /**
     * What went wrong.
     *
     * @param reference under which the log tells more; empty when it does not
     */
    Response error(int status, String reference) {
        return status == 404
                ? notFound()
                : answer(status, "error.jte", new Failure(site(), status, Failure.says(status), reference));
    }

    private Response answer(int status, String template, Object view) {
        return Response.status(status)
                .type(TYPE)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .entity(templates.render(template, view))
                .build();
    }
}
