package dev.covenant.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.covenant.audit.checks.Check;
import dev.covenant.audit.checks.Finding;

/** Counts what was checked and keeps what was found. */
final class Tally {
    private final int most;
    private final Map<Check, Counts> counts = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private long moving;

    /** @param most so many violations are kept; the others only counted */
    Tally(int most) {
        this.most = most;
    }

    /** A check that is reported even when there is nothing for it to look at. */
    void expect(Check check) {
        counts.put(check, new Counts());
    }

    void examined(Check check) {
        counts.get(check).examined++;
    }

    void examined(Check check, long more) {
        counts.get(check).examined += more;
    }

    void violated(Check check, Finding finding, Map<String, String> ids, Record file) {
        counts.get(check).violations++;
        if (violations.size() < most) {
            violations.add(
                    new Violation(check.name(), check.promise(), finding.expected(), finding.found(), ids, file));
        }
    }

    void moving(int more) {
        moving += more;
    }

    long moving() {
        return moving;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    List<CheckResult> results() {
        return counts.entrySet().stream()
                .map(entry -> new CheckResult(
                        entry.getKey().name(),
                        entry.getKey().promise(),
                        entry.getValue().examined,
                        entry.getValue().violations))
                .toList();
    }

    private static final class Counts {
        private long examined;
        private long violations;
    }
}
