package dev.covenant.devstack.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The spans of a trace as text, each below the one that caused it, with how long it took. One whose cause was never reported, because
 * its server died first, stands at the top.
 */
public final class SpanTree {
    private static final String INDENT = "  ";

    private final List<SpanRecord> spans;
    private final Set<String> known;

    public SpanTree(List<SpanRecord> spans) {
        this.spans =
                spans.stream().sorted(Comparator.comparing(SpanRecord::begun)).toList();
        this.known = spans.stream().map(SpanRecord::id).collect(Collectors.toSet());
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        spans.stream().filter(span -> !known.contains(span.parentId())).forEach(top -> add(lines, top, ""));
        return lines;
    }

    private void add(List<String> lines, SpanRecord span, String indent) {
        var name = "%s%s: %s".formatted(indent, span.service(), span.name());
        lines.add("%-72s %9.1f ms%s".formatted(name, span.took().toNanos() / 1e6, remark(span)));
        spans.stream()
                .filter(child -> child.parentId().equals(span.id()))
                .forEach(child -> add(lines, child, indent + INDENT));
    }

    private static String remark(SpanRecord span) {
        var remark = span.tags().getOrDefault("outcome", span.tags().getOrDefault("http.response.status_code", ""));
        return remark.isEmpty() ? "" : "  " + remark;
    }
}
