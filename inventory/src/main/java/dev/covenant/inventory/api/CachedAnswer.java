package dev.covenant.inventory.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import dev.covenant.chassis.json.Json;

/**
 * An answer that is not sent again while nothing has changed. Fresh for a second: a page that shows many products may ask often, and a
 * reservation never reads these.
 */
public final class CachedAnswer {
    private CachedAnswer() {}

    /** For a body that is the same, byte for byte, while nothing has changed. */
    public static Response exactly(Request request, Object body) {
        return answer(request, body, new EntityTag(digest(body)));
    }

    /** For a body that also says when it was made. @param content the part of it that means a change when it differs */
    public static Response meaning(Request request, Object body, Object content) {
        return answer(request, body, new EntityTag(digest(content), true));
    }

    private static Response answer(Request request, Object body, EntityTag tag) {
        var freshness = new CacheControl();
        freshness.setPrivate(true);
        freshness.setMaxAge(1);
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(body))
                .tag(tag)
                .cacheControl(freshness)
                .build();
    }

    /** Of the JSON as it is sent: two levels with one tag would be a wrong 304. */
    private static String digest(Object content) {
        try {
            var json = Json.strict().writeValueAsBytes(content);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
