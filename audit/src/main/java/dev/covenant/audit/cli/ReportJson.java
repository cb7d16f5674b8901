package dev.covenant.audit.cli;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.audit.Report;

/** A report for programs: its records as they are, and the verdict. */
final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ReportJson() {}

    static String of(Report report) {
        ObjectNode tree = JSON.valueToTree(report);
        tree.put("clean", report.isClean());
        tree.put("count", report.count());
        return JSON.writeValueAsString(tree);
    }
}
