package dev.covenant.registry.assignment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * What for a contract was handed to a provider. It goes into the contract's address, and comes back with the result.
 *
 * @param wip whether as work in progress
 * @param consumerVersions ids of the consumer versions because of which it was
 */
public record Assignment(boolean wip, List<Long> consumerVersions) {
    public static final Assignment NONE = new Assignment(false, List.of());

    /** An address has to stay short: of more, the latest are told. */
    private static final int MOST_VERSIONS = 20;

    private static final String WIP = "w=true";
    private static final String VERSION = "cv=";

    public static Assignment of(boolean wip, Collection<Long> consumerVersions) {
        var latest = consumerVersions.stream()
                .distinct()
                .sorted((one, other) -> Long.compare(other, one))
                .limit(MOST_VERSIONS)
                .toList();
        return new Assignment(wip, latest);
    }

    /** What {@link #token} wrote; nothing of what it did not write counts. */
    public static Assignment read(String token) {
        var wip = false;
        var versions = new ArrayList<Long>();
        for (var field : decode(token).split("&", MOST_VERSIONS + 2)) {
            wip |= field.equals(WIP);
            if (field.matches(VERSION + "[0-9]{1,18}")) {
                versions.add(Long.valueOf(field.substring(VERSION.length())));
            }
        }
        return new Assignment(wip, List.copyOf(versions));
    }

    /** One segment of a path. */
    public String token() {
        var fields = new ArrayList<String>();
        if (wip) {
            fields.add(WIP);
        }
        consumerVersions.forEach(id -> fields.add(VERSION + id));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("&", fields).getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }
}
