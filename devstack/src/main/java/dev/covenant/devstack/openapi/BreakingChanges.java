package dev.covenant.devstack.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * What a consumer that keeps to one document of a version can no longer rely on in another. New operations, new fields in answers, new
 * optional fields and parameters in requests break nobody; nor do new values in an answer's list of values, which consumers must take as
 * undecided. That an operation is gone is {@link #retired()}'s when it was deprecated: whether somebody uses it is asked elsewhere.
 */
final class BreakingChanges {
    private final ApiDocument before;
    private final ApiDocument after;
    private final Set<String> found = new LinkedHashSet<>();
    private final List<String> retired = new ArrayList<>();

    private BreakingChanges(ApiDocument before, ApiDocument after) {
        this.before = before;
        this.after = after;
    }

    /** Between what is kept and what is served. */
    static BreakingChanges between(ApiDocument before, ApiDocument after) {
        var changes = new BreakingChanges(before, after);
        before.operations().forEach(changes::compare);
        return changes;
    }

    /** Each names the operation and the place. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** Deprecated operations that are gone. */
    List<String> retired() {
        return List.copyOf(retired);
    }

    private void compare(Operation old) {
        var now = after.like(old);
        if (now.isPresent()) {
            access(old, now.get());
            requests(old, now.get());
            answers(old, now.get());
        } else if (old.isDeprecated()) {
            retired.add(old.name());
        } else {
            found.add(old.name() + ": is gone, and was not deprecated before");
        }
    }

    private void access(Operation old, Operation now) {
        var earlier = before.access(old);
        var later = after.access(now);
        if (!earlier.equals(later)) {
            found.add("%s: security was %s and is %s".formatted(old.name(), earlier, later));
        }
    }

    private void requests(Operation old, Operation now) {
        var schemas = SchemaChanges.ofRequests(before, after, found);
        new ParameterChanges(old, now, schemas, found).compare();
        var body = now.node().path("requestBody");
        if (isRequired(body) && !isRequired(old.node().path("requestBody"))) {
            found.add(old.name() + ": a body is now required");
        }
        contents(old.name() + ": request", old.node().path("requestBody"), body, schemas);
    }

    private void answers(Operation old, Operation now) {
        var schemas = SchemaChanges.ofAnswers(before, after, found);
        old.responses().properties().forEach(answer -> {
            var status = answer.getKey();
            var other = now.responses().path(status);
            var where = "%s: answer %s".formatted(old.name(), status);
            if (!other.isMissingNode()) {
                contents(where, answer.getValue(), other, schemas);
                headers(where, answer.getValue(), other, schemas);
            } else if (status.startsWith("2")) {
                found.add(where + " is gone");
            }
        });
    }

    private void headers(String where, JsonNode old, JsonNode now, SchemaChanges schemas) {
        old.path("headers").properties().forEach(header -> {
            var there = "%s: header %s".formatted(where, header.getKey());
            var other = now.path("headers").path(header.getKey());
            if (other.isMissingNode()) {
                found.add(there + " is gone");
            } else {
                schemas.compare(there, header.getValue().path("schema"), other.path("schema"));
            }
        });
    }

    private void contents(String where, JsonNode old, JsonNode now, SchemaChanges schemas) {
        old.path("content").properties().forEach(content -> {
            var other = now.path("content").path(content.getKey());
            if (other.isMissingNode()) {
                found.add("%s: no longer %s".formatted(where, content.getKey()));
            } else {
                schemas.compare(where, content.getValue().path("schema"), other.path("schema"));
            }
        });
    }

    private static boolean isRequired(JsonNode node) {
        return node.path("required").asBoolean(false);
    }
}
