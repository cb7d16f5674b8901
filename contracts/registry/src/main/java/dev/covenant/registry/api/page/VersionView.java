package dev.covenant.registry.api.page;

import java.util.List;
import java.util.Map;

/**
 * A version as it is shown.
 *
 * @param badges at most {@link #MOST_BADGES}
 * @param more how many badges are left out
 */
public record VersionView(String number, List<Badge> badges, int more) {
    private static final int MOST_BADGES = 6;

    static VersionView of(String number, Long id, Map<Long, List<Badge>> badges) {
        var all = badges.getOrDefault(id, List.of());
        var shown = all.subList(0, Math.min(MOST_BADGES, all.size()));
        return new VersionView(number, shown, all.size() - shown.size());
    }
}
